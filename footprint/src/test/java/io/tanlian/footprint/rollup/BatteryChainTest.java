package io.tanlian.footprint.rollup;

import static io.tanlian.footprint.DeclaredStep.dec;
import static io.tanlian.footprint.Networks.perUnit;
import static io.tanlian.footprint.Networks.rollUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.footprint.Nearly;
import io.tanlian.footprint.activity.Activity;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The illustrative battery chain's known answers, in kgCO2e; a pack stores 80 kWh. */
class BatteryChainTest {
  private static final BigDecimal PACK_KWH = dec("80");

  @Test
  void without_a_loop_the_pack_has_its_known_footprint_per_kilowatt_hour() {
    Nearly.same(
        perUnit("pack-80kwh", BatteryChain.withoutLoop()).divide(PACK_KWH),
        dec("107.99770789775917"),
        1e-9);
  }

  @ParameterizedTest
  @CsvSource({"cathode-ncm811, 34.224", "precursor-ncm811, 22.958"})
  void without_a_loop_the_materials_have_their_published_footprint(String product, BigDecimal kg) {
    assertThat(perUnit(product, BatteryChain.withoutLoop()))
        .isCloseTo(kg, org.assertj.core.api.Assertions.within(dec("0.0005")));
  }

  @ParameterizedTest
  @CsvSource({
    "recycled-salts, 3.0791767409181356, 5.144980562488669",
    "recycled-lithium-hydroxide, 6.42353654291486, 8.298552976145855",
    "precursor-ncm811, 20.42898301004132, 21.921427234152148",
    "cathode-ncm811, 30.726459677603433, 32.34364176583518",
    "cell, 86.72537759345298, 86.72537759337338"
  })
  void every_product_of_the_recycling_chain_has_its_known_footprint(
      String product, BigDecimal burdenFreeScrap, BigDecimal burdenedScrap) {
    Nearly.same(perUnit(product, BatteryChain.withBurdenFreeScrap()), burdenFreeScrap, 1e-9);
    Nearly.same(perUnit(product, BatteryChain.withBurdenedScrap()), burdenedScrap, 1e-9);
  }

  @Test
  void the_recycling_pack_has_its_known_footprint_per_kilowatt_hour() {
    Nearly.same(
        perUnit("pack-80kwh", BatteryChain.withBurdenFreeScrap()).divide(PACK_KWH),
        dec("103.35868759345298"),
        1e-9);
    Nearly.same(
        perUnit("pack-80kwh", BatteryChain.withBurdenedScrap()).divide(PACK_KWH),
        dec("103.35868759337339"),
        1e-9);
  }

  @ParameterizedTest
  @CsvSource({"cell", "pack-80kwh"})
  void who_carries_the_scraps_burden_does_not_matter_as_none_leaves_the_system(String product) {
    Nearly.same(
        perUnit(product, BatteryChain.withBurdenedScrap()),
        perUnit(product, BatteryChain.withBurdenFreeScrap()),
        1e-11);
  }

  @Test
  void a_loops_contributions_sum_to_its_total() {
    RollUp pack = rollUp("pack-80kwh", BatteryChain.withBurdenedScrap());

    BigDecimal sum =
        pack.contributions().stream()
            .map(contribution -> contribution.total().excludingUptake())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Nearly.same(sum, pack.perUnit().excludingUptake(), 1e-30);
    assertThat(pack.contributions()).hasSize(10);
  }

  @Test
  void the_three_largest_contributors_of_the_pack_are_named() {
    assertThat(rollUp("pack-80kwh", BatteryChain.withBurdenedScrap()).largest(3))
        .extracting(contribution -> contribution.product().value())
        .containsExactly(
            "urn:pact:example.org:product:precursor-ncm811",
            "urn:pact:example.org:product:bought-in-cell-parts",
            "urn:pact:example.org:product:cell");
  }

  @Test
  void a_pack_states_the_amount_of_every_product_it_needs() {
    List<Activity> chain = BatteryChain.withBurdenedScrap();
    Contribution cathode =
        rollUp("pack-80kwh", chain).contributions().stream()
            .filter(each -> each.product().value().endsWith("cathode-ncm811"))
            .findFirst()
            .orElseThrow();

    Nearly.same(cathode.amount(), dec("106.10526315789474"), 1e-9);
  }
}
