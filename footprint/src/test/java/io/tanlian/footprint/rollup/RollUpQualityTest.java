package io.tanlian.footprint.rollup;

import static io.tanlian.contracts.unit.Unit.KILOGRAM;
import static io.tanlian.footprint.DeclaredStep.dec;
import static io.tanlian.footprint.DeclaredStep.fossil;
import static io.tanlian.footprint.Networks.rollUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.footprint.DeclaredStep;
import io.tanlian.footprint.Nearly;
import io.tanlian.footprint.activity.Lapse.Cause;
import io.tanlian.footprint.quality.DataQuality;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollUpQualityTest {

  private static DeclaredStep product() {
    return DeclaredStep.of("product", 9).makes("1", KILOGRAM);
  }

  /** PACT Methodology v3's worked example: of 4290 kg, 288 + 1000 are primary. */
  @Test
  void the_primary_data_share_of_the_methodologys_example_is_30_percent() {
    RollUp product =
        rollUp(
            "product",
            DeclaredStep.of("part", 1).statesFossil("800").primaryDataShare("36"),
            DeclaredStep.of("unrated-part", 2).statesFossil("2400"),
            product()
                .takes("part", "1", KILOGRAM)
                .takes("unrated-part", "1", KILOGRAM)
                .estimates("transport", "1", KILOGRAM, fossil("90"))
                .emits(fossil("1000")));

    assertThat(product.perUnit().excludingUptake()).isEqualByComparingTo("4290");
    Nearly.same(
        product.primaryDataSharePercent().orElseThrow(),
        dec("128800").divide(dec("4290"), MathContext.DECIMAL128),
        1e-30);
  }

  /** PACT Methodology v3's worked example, three inputs of 25, 30 and 45 percent. */
  @Test
  void data_quality_ratings_are_weighted_by_footprint() {
    RollUp product =
        rollUp(
            "product",
            DeclaredStep.of("a", 1).statesFossil("25").rated(2, 1, 2),
            DeclaredStep.of("b", 2).statesFossil("30").rated(2, 5, 2),
            DeclaredStep.of("c", 3).statesFossil("45").rated(1, 2, 3),
            product()
                .takes("a", "1", KILOGRAM)
                .takes("b", "1", KILOGRAM)
                .takes("c", "1", KILOGRAM));

    assertThat(product.dataQuality())
        .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .usingRecursiveComparison()
        .isEqualTo(
            new DataQuality(
                Optional.of(dec("1.55")), Optional.of(dec("2.65")), Optional.of(dec("2.45"))));
  }

  @Test
  void a_missing_rating_is_the_worst() {
    RollUp product =
        rollUp(
            "product",
            DeclaredStep.of("a", 1).statesFossil("50").rated(1, 1, 1),
            DeclaredStep.of("b", 2).statesFossil("50"),
            product().takes("a", "1", KILOGRAM).takes("b", "1", KILOGRAM));

    assertThat(product.dataQuality().technology().orElseThrow()).isEqualByComparingTo("3");
  }

  @Test
  void exemptions_are_the_own_percentage_and_each_inputs_by_its_share() {
    // 1 % + 0.8 * (2 % + 0.5 * 4 %)
    RollUp product =
        rollUp(
            "product",
            DeclaredStep.of("ore", 1).statesFossil("4").exempts("4"),
            DeclaredStep.of("metal", 2)
                .makes("1", KILOGRAM)
                .takes("ore", "1", KILOGRAM)
                .emits(fossil("4"))
                .exempts("2"),
            product().takes("metal", "10", KILOGRAM).emits(fossil("20")).exempts("1"));

    assertThat(product.exemptedPercent().orElseThrow()).isEqualByComparingTo("4.2");
  }

  @ParameterizedTest
  @CsvSource({"DEPRECATED", "SUPERSEDED", "WITHDRAWN"})
  void a_pinned_input_that_has_lapsed_makes_the_result_stale_and_says_since_when(Cause cause) {
    RollUp product =
        rollUp(
            "product",
            DeclaredStep.of("part", 1).statesFossil("3").lapsed(cause, "2026-06-01T00:00:00Z"),
            product().takesFrom(1, "part", "2", KILOGRAM));

    assertThat(product.perUnit().excludingUptake()).isEqualByComparingTo("6");
    assertThat(product.isStale()).isTrue();
    StaleInput stale = product.stale().getFirst();
    assertThat(stale.product()).isEqualTo(DeclaredStep.product("part"));
    assertThat(stale.lapse().cause()).isEqualTo(cause);
    assertThat(stale.lapse().since()).isEqualTo("2026-06-01T00:00:00Z");
  }

  @Test
  void an_input_past_its_validity_makes_the_result_stale_from_that_moment() {
    RollUp product =
        rollUp(
            "product",
            DeclaredStep.of("part", 1).statesFossil("3").measuredUntil("2023-11-21T00:00:00Z"),
            product().takes("part", "2", KILOGRAM));

    StaleInput stale = product.stale().getFirst();
    assertThat(stale.lapse().cause()).isEqualTo(Cause.EXPIRED);
    assertThat(stale.lapse().since()).isEqualTo("2026-11-21T00:00:00Z");
  }

  @Test
  void an_input_a_second_before_the_end_of_its_validity_is_not_stale() {
    RollUp product =
        rollUp(
            "product",
            DeclaredStep.of("part", 1).statesFossil("3").measuredUntil("2023-11-21T00:00:01Z"),
            product().takes("part", "2", KILOGRAM));

    assertThat(product.isStale()).isFalse();
  }

  @Test
  void the_input_that_expires_first_is_named_however_far_upstream() {
    RollUp product =
        rollUp(
            "product",
            DeclaredStep.of("ore", 1).statesFossil("4").measuredUntil("2024-06-01T00:00:00Z"),
            DeclaredStep.of("metal", 2).makes("1", KILOGRAM).takes("ore", "1", KILOGRAM),
            product().takes("metal", "10", KILOGRAM).measuredUntil("2024-01-01T00:00:00Z"));

    Expiry expiry = product.earliestExpiry().orElseThrow();
    assertThat(expiry.product()).isEqualTo(DeclaredStep.product("ore"));
    assertThat(expiry.validUntil()).isEqualTo(Instant.parse("2027-06-01T00:00:00Z"));
  }

  @Test
  void a_product_without_declared_inputs_has_no_input_that_expires() {
    assertThat(rollUp("product", product()).earliestExpiry()).isEmpty();
  }
}
