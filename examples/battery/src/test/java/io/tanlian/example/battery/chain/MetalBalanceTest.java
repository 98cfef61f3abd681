package io.tanlian.example.battery.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nickel, cobalt, manganese and lithium of one pack, in kilograms, with the recycling loop. */
class MetalBalanceTest {
  private static final Scenario SCENARIO = Scenario.RECYCLED_BURDEN;
  private static final double PACK_KWH = 80;
  private static final double PRETREATMENT = 0.97;
  private static final double USED_PACKS = 0.25;

  private final Chain chain = Chain.read();
  private double cathodeKg;
  private double scrapKg;
  private double precursorKg;

  @BeforeEach
  void amountsOfOnePack() {
    cathodeKg = PACK_KWH * input("cell", "cathode", false);
    scrapKg = PACK_KWH * input("cell", "cathode", true);
    precursorKg = cathodeKg * input("cathode", "precursor", false);
  }

  @ParameterizedTest
  @CsvSource({
    "Ni, 52.787, 48.654, 2.561, 14.724, 13.568, 25.7",
    "Co, 6.625, 6.107, 0.321, 1.848, 1.703, 25.7",
    "Mn, 6.176, 5.693, 0.300, 1.723, 1.504, 24.4",
    "Li, 7.797, 7.191, 0.378, 2.176, 1.794, 22.3"
  })
  void metals_are_those_of_the_reference_inventory(
      String metal,
      double in,
      double goodCells,
      double scrap,
      double recyclerIn,
      double recovered,
      double recycledContentPercent) {
    double inPack = (cathodeKg - scrapKg) * content("cathode", metal);
    double inScrap = scrapKg * content("cathode", metal);
    double used = primaryKg(metal) + recycledKg(metal);

    assertThat(used).isCloseTo(in, within(5e-4));
    assertThat(inPack).isCloseTo(goodCells, within(5e-4));
    assertThat(inScrap).isCloseTo(scrap, within(5e-4));
    assertThat(inScrap + USED_PACKS * inPack).isCloseTo(recyclerIn, within(5e-4));
    assertThat(recoveredKg(metal)).isCloseTo(recovered, within(5e-4));
    assertThat(100 * recycledKg(metal) / used).isCloseTo(recycledContentPercent, within(5e-2));
  }

  @ParameterizedTest
  @CsvSource({"Ni, 0.95", "Co, 0.95", "Mn, 0.90", "Li, 0.85"})
  void what_the_recycler_recovers_is_its_rate_of_the_metal_in_its_feed(String metal, double rate) {
    double feed =
        (scrapKg + USED_PACKS * (cathodeKg - scrapKg)) * content("cathode", metal) * PRETREATMENT;
    assertThat(recoveredKg(metal)).isCloseTo(rate * feed, within(1e-10));
  }

  @ParameterizedTest
  @CsvSource({"Ni", "Co", "Mn"})
  void sulfates_hold_the_metal_of_the_precursor_and_the_2_percent_lost(String metal) {
    assertThat(primaryKg(metal) + recycledKg(metal))
        .isCloseTo(precursorKg * content("precursor", metal) / 0.98, within(1e-10));
    assertThat(precursorKg * content("precursor", metal))
        .isCloseTo(cathodeKg * content("cathode", metal) / 0.99, within(1e-10));
  }

  @Test
  void lithium_hydroxide_holds_3_percent_more_lithium_than_the_cathode() {
    assertThat(primaryKg("Li") + recycledKg("Li"))
        .isCloseTo(1.03 * cathodeKg * content("cathode", "Li"), within(1e-10));
    assertThat(recycledKg("Li")).isCloseTo(0.97 * recoveredKg("Li"), within(1e-10));
  }

  @Test
  void scrap_the_recycler_takes_in_is_the_scrap_the_cell_plant_lets_out() {
    double salts = USED_PACKS / factorInput("recycled-nickel-sulfate", "end-of-life-pack");
    assertThat(salts * input("recycled-nickel-sulfate", "cathode", false))
        .isCloseTo(scrapKg, within(1e-10));
    assertThat(saltsKg()).isCloseTo(salts, within(1e-9));
  }

  private double primaryKg(String metal) {
    return switch (metal) {
      case "Ni" -> used("precursor", "nickel-sulfate", precursorKg, metal);
      case "Co" -> used("precursor", "cobalt-sulfate", precursorKg, metal);
      case "Mn" -> used("precursor", "manganese-sulfate", precursorKg, metal);
      default -> used("cathode", "lithium-hydroxide", cathodeKg, metal);
    };
  }

  private double recycledKg(String metal) {
    return switch (metal) {
      case "Ni" -> used("precursor", "recycled-nickel-sulfate", precursorKg, metal);
      case "Co" -> used("precursor", "recycled-cobalt-sulfate", precursorKg, metal);
      case "Mn" -> used("precursor", "recycled-manganese-sulfate", precursorKg, metal);
      default -> used("cathode", "recycled-lithium-hydroxide", cathodeKg, metal);
    };
  }

  /** What leaves the recycler's refinery: lithium as carbonate, before it becomes hydroxide. */
  private double recoveredKg(String metal) {
    return metal.equals("Li")
        ? lithiumCarbonateKg() * content("recycled-lithium-carbonate", "Li")
        : recycledKg(metal);
  }

  private double lithiumCarbonateKg() {
    return cathodeKg
        * input("cathode", "recycled-lithium-hydroxide", false)
        * input("recycled-lithium-hydroxide", "recycled-lithium-carbonate", false);
  }

  private double saltsKg() {
    double sulfates =
        input("precursor", "recycled-nickel-sulfate", false)
            + input("precursor", "recycled-cobalt-sulfate", false)
            + input("precursor", "recycled-manganese-sulfate", false);
    return precursorKg * sulfates + lithiumCarbonateKg();
  }

  private double used(String step, String input, double output, String metal) {
    return output * input(step, input, false) * content(input, metal);
  }

  private double content(String step, String metal) {
    Compound compound = chain.compound(chain.product(step, SCENARIO)).orElseThrow();
    return Objects.requireNonNull(compound.atoms().get(metal)).doubleValue()
        * Objects.requireNonNull(chain.atomicMasses().values().get(metal)).doubleValue()
        / compound.molarMass().doubleValue();
  }

  private double input(String step, String input, boolean leaves) {
    return itemised(step).inputs().stream()
        .filter(flow -> flow.leaves() == leaves)
        .filter(flow -> flow instanceof Flow.OfProduct of && of.product().step().equals(input))
        .mapToDouble(flow -> flow.amount().doubleValue())
        .sum();
  }

  private double factorInput(String step, String factor) {
    return itemised(step).inputs().stream()
        .filter(flow -> flow instanceof Flow.OfFactor of && of.factor().key().equals(factor))
        .mapToDouble(flow -> flow.amount().doubleValue())
        .sum();
  }

  private Facts.Itemised itemised(String step) {
    return (Facts.Itemised) chain.facts(chain.product(step, SCENARIO)).making();
  }
}
