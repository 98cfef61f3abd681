package io.tanlian.footprint.consistency;

import static io.tanlian.contracts.unit.Unit.KILOGRAM;
import static io.tanlian.footprint.DeclaredStep.dec;
import static io.tanlian.footprint.Networks.activities;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.footprint.DeclaredStep;
import io.tanlian.footprint.network.SupplyNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityCheckTest {

  private static DeclaredStep car() {
    return DeclaredStep.of("car", 9).makes("1", KILOGRAM).takes("steel", "1", KILOGRAM);
  }

  private static ValidityCheck check(DeclaredStep step, DeclaredStep... suppliers) {
    return ValidityCheck.of(step.activity(), SupplyNetwork.of(activities(suppliers)));
  }

  /** The reference period ends 2026-01-01. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-01T00:00:00Z, 2029-01-01T00:00:00Z, false",
    "2026-05-01T00:00:00Z, 2027-01-01T00:00:00Z, false",
    "2025-12-31T23:59:59Z, 2029-01-01T00:00:00Z, true",
    "2026-01-01T00:00:00Z, 2029-01-01T00:00:01Z, true",
    "2027-01-01T00:00:00Z, 2026-06-01T00:00:00Z, true"
  })
  void a_stated_window_lies_within_three_years_of_the_data(
      String start, String end, boolean outside) {
    assertThat(check(car().valid(start, end)).isOutsideAllowed()).isEqualTo(outside);
  }

  @Test
  void a_window_that_is_not_stated_is_the_one_allowed() {
    assertThat(check(car()).isOutsideAllowed()).isFalse();
    assertThat(check(car()).endsBefore()).isEmpty();
  }

  @Test
  void a_window_that_outlives_an_input_names_the_input() {
    DeclaredStep old =
        DeclaredStep.of("steel", 1).statesFossil("2").measuredUntil("2025-01-01T00:00:00Z");

    assertThat(check(car(), old).endsBefore().orElseThrow().validUntil())
        .isEqualTo("2028-01-01T00:00:00Z");
    assertThat(check(car().valid("2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z"), old).endsBefore())
        .isEmpty();
  }

  @Test
  void exemptions_above_a_limit_are_an_excess_and_the_limit_itself_is_not() {
    var declared = car().exempts("3.1").activity().declared();

    assertThat(ExemptionCheck.excess(declared, ExemptionCheck.exemptedPercentMaxV3))
        .contains(dec("3.1"));
    assertThat(ExemptionCheck.excess(declared, ExemptionCheck.exemptedPercentMaxV2)).isEmpty();
    assertThat(
            ExemptionCheck.excess(
                car().exempts("3").activity().declared(), ExemptionCheck.exemptedPercentMaxV3))
        .isEmpty();
  }
}
