package io.tanlian.footprint.consistency;

import static io.tanlian.footprint.DeclaredStep.dec;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.footprint.DeclaredStep;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PartsCheckTest {

  private static DeclaredStep everyPart() {
    return DeclaredStep.of("wood", 1)
        .states(PcfComponent.FOSSIL_GHG_EMISSIONS, "10")
        .states(PcfComponent.LAND_USE_CHANGE_GHG_EMISSIONS, "1")
        .states(PcfComponent.LAND_MANAGEMENT_BIOGENIC_CO2_EMISSIONS, "2")
        .states(PcfComponent.LAND_MANAGEMENT_BIOGENIC_CO2_REMOVALS, "-3")
        .states(PcfComponent.TECHNOLOGICAL_CO2_REMOVALS, "-0.5")
        .states(PcfComponent.CCS_TECHNOLOGICAL_CO2_CAPTURE, "-0.5")
        .states(PcfComponent.BIOGENIC_NON_CO2_EMISSIONS, "0.25")
        .states(PcfComponent.BIOGENIC_CO2_UPTAKE, "-20")
        .states(PcfComponent.AIRCRAFT_GHG_EMISSIONS, "7");
  }

  @Test
  void totals_that_are_the_sums_of_their_parts_are_no_mismatch() {
    PartsCheck check =
        PartsCheck.of(everyPart().statesTotals("9.25", "-10.75").activity().declared());

    assertThat(check.differences()).hasSize(2);
    assertThat(check.mismatches(BigDecimal.ZERO)).isEmpty();
    assertThat(check.absent()).isEmpty();
  }

  @Test
  void a_total_that_differs_is_named_with_both_values() {
    PartsCheck check =
        PartsCheck.of(everyPart().statesTotals("10", "-10.75").activity().declared());

    assertThat(check.mismatches(dec("0.01")))
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.field()).isEqualTo("pcfExcludingBiogenicUptake");
          assertThat(difference.expected()).isEqualByComparingTo("9.25");
          assertThat(difference.declared()).isEqualByComparingTo("10");
          assertThat(difference.relative()).isEqualByComparingTo("0.075");
        });
    assertThat(check.mismatches(dec("0.075"))).isEmpty();
  }

  @Test
  void parts_that_are_not_there_are_named() {
    PartsCheck check =
        PartsCheck.of(DeclaredStep.of("steel", 1).statesFossil("2").activity().declared());

    assertThat(check.mismatches(BigDecimal.ZERO)).isEmpty();
    assertThat(check.absent())
        .hasSize(7)
        .contains(PcfComponent.BIOGENIC_CO2_UPTAKE)
        .doesNotContain(PcfComponent.AIRCRAFT_GHG_EMISSIONS);
  }

  @Test
  void totals_that_are_not_disclosed_are_not_compared() {
    assertThat(PartsCheck.of(everyPart().activity().declared()).differences()).isEmpty();
  }
}
