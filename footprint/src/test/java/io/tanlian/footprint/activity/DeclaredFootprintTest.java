package io.tanlian.footprint.activity;

import static io.tanlian.footprint.DeclaredStep.dec;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.footprint.DeclaredStep;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclaredFootprintTest {

  private static DeclaredFootprint wood() {
    return DeclaredStep.of("wood", 1)
        .states(PcfComponent.FOSSIL_GHG_EMISSIONS, "3")
        .states(PcfComponent.LAND_MANAGEMENT_BIOGENIC_CO2_REMOVALS, "-0.5")
        .states(PcfComponent.BIOGENIC_CO2_UPTAKE, "-10")
        .states(PcfComponent.AIRCRAFT_GHG_EMISSIONS, "0.2")
        .activity()
        .declared();
  }

  @Test
  void totals_that_are_not_disclosed_follow_from_the_parts() {
    Figures figures = wood().figures().orElseThrow();

    assertThat(figures.excludingUptake()).isEqualByComparingTo("2.5");
    assertThat(figures.includingUptake()).isEqualByComparingTo("-7.5");
  }

  @Test
  void a_total_including_uptake_follows_from_a_disclosed_total_excluding_it() {
    DeclaredFootprint stated =
        new DeclaredFootprint(
            wood().unit(),
            wood().components(),
            Optional.of(dec("4")),
            wood().includingUptake(),
            wood().primaryDataSharePercent(),
            wood().quality(),
            wood().exemptedPercent(),
            wood().referencePeriod(),
            wood().validityStart(),
            wood().validityEnd());

    assertThat(stated.figures().orElseThrow().includingUptake()).isEqualByComparingTo("-6");
  }

  @Test
  void memo_figures_add_up_but_stand_outside_the_totals() {
    Figures twice = wood().figures().orElseThrow().times(dec("2"));

    assertThat(twice.components())
        .hasEntrySatisfying(
            PcfComponent.AIRCRAFT_GHG_EMISSIONS,
            value -> assertThat(value).isEqualByComparingTo("0.4"));
    assertThat(twice.excludingUptake()).isEqualByComparingTo("5");
  }

  @Test
  void no_figure_is_known_where_neither_total_nor_fossil_emissions_are_disclosed() {
    assertThat(
            DeclaredStep.of("wood", 1)
                .states(PcfComponent.BIOGENIC_CO2_UPTAKE, "-10")
                .activity()
                .declared()
                .figures())
        .isEmpty();
  }

  @Test
  void a_footprint_is_valid_for_three_calendar_years_unless_it_says_otherwise() {
    DeclaredStep step = DeclaredStep.of("wood", 1).measuredUntil("2024-02-29T00:00:00Z");

    assertThat(step.activity().declared().validUntil()).isEqualTo("2027-02-28T00:00:00Z");
    assertThat(
            step.valid("2024-03-01T00:00:00Z", "2025-03-01T00:00:00Z")
                .activity()
                .declared()
                .validUntil())
        .isEqualTo(Instant.parse("2025-03-01T00:00:00Z"));
  }
}
