package io.tanlian.footprint.consistency;

import static io.tanlian.contracts.unit.Unit.HOUR;
import static io.tanlian.contracts.unit.Unit.KILOGRAM;
import static io.tanlian.contracts.unit.Unit.KILOWATT_HOUR;
import static io.tanlian.contracts.unit.Unit.LITER;
import static io.tanlian.footprint.DeclaredStep.dec;
import static io.tanlian.footprint.DeclaredStep.fossil;
import static io.tanlian.footprint.Networks.activities;
import static io.tanlian.footprint.RecycledInputs.cutOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tanlian.footprint.DeclaredStep;
import io.tanlian.footprint.consistency.Recalculation.Compared;
import io.tanlian.footprint.consistency.Recalculation.NotComparable;
import io.tanlian.footprint.network.SupplyNetwork;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecalculationTest {
  private static DeclaredStep ethanol() {
    return DeclaredStep.of("ethanol", 1).per("12", LITER, "9.468").statesFossil("18");
  }

  /** (4 l at 1.5 + 2 kWh at 0.5 + 3) / 20 kg = 0.5 a kilogram. */
  private static DeclaredStep ink(String declaredForFiveKilograms) {
    return DeclaredStep.of("ink", 2)
        .per("5", KILOGRAM, "5")
        .statesFossil(declaredForFiveKilograms)
        .makes("20", KILOGRAM)
        .takesFrom(1, "ethanol", "4", LITER)
        .estimates("power", "2", KILOWATT_HOUR, fossil("0.5"))
        .emits(fossil("3"));
  }

  private static Recalculation of(DeclaredStep step, DeclaredStep... suppliers) {
    return Recalculation.of(step.activity(), SupplyNetwork.of(activities(suppliers)));
  }

  private static List<Difference> mismatches(Recalculation recalculation, BigDecimal tolerance) {
    assertThat(recalculation).isInstanceOf(Compared.class);
    return ((Compared) recalculation).mismatches(tolerance);
  }

  private static List<String> reasons(Recalculation recalculation) {
    assertThat(recalculation).isInstanceOf(NotComparable.class);
    return ((NotComparable) recalculation).reasons();
  }

  @Test
  void a_footprint_that_follows_from_its_inputs_is_no_mismatch() {
    assertThat(mismatches(of(ink("2.5"), ethanol()), BigDecimal.ZERO)).isEmpty();
  }

  @Test
  void a_footprint_that_does_not_is_named_with_both_values_in_every_field() {
    assertThat(mismatches(of(ink("2"), ethanol()), dec("0.1")))
        .extracting(Difference::field, Difference::expected, Difference::relative)
        .containsExactly(
            tuple("fossilGhgEmissions", dec("2.5"), dec("0.2")),
            tuple("pcfExcludingBiogenicUptake", dec("2.5"), dec("0.2")),
            tuple("pcfIncludingBiogenicUptake", dec("2.5"), dec("0.2")));
  }

  @Test
  void the_suppliers_declared_figure_counts_and_not_what_its_recipe_gives() {
    DeclaredStep ethanol = ethanol().makes("1", LITER).emits(fossil("99"));

    assertThat(mismatches(of(ink("2.5"), ethanol), BigDecimal.ZERO)).isEmpty();
  }

  @Test
  void a_factor_the_declaration_says_it_used_counts_even_if_a_supplier_is_known_by_now() {
    DeclaredStep power = DeclaredStep.of("power", 9).per("1", KILOWATT_HOUR, "0").statesFossil("9");

    assertThat(mismatches(of(ink("2.5"), ethanol(), power), BigDecimal.ZERO)).isEmpty();
  }

  @Test
  void a_recycled_input_counts_by_its_method() {
    // (4 l of 1.5, half of it recycled at 0.5, + 1) / 2 kg = 2.5 a kilogram.
    DeclaredStep ink =
        DeclaredStep.of("ink", 2)
            .makes("2", KILOGRAM)
            .takesFrom(1, "ethanol", "4", LITER)
            .recycled(cutOff("0.5", "0.5"))
            .emits(fossil("1"));

    assertThat(mismatches(of(ink.statesFossil("2.5"), ethanol()), BigDecimal.ZERO)).isEmpty();
    assertThat(mismatches(of(ink.statesFossil("3.5"), ethanol()), dec("0.1"))).hasSize(3);
  }

  @Test
  void an_input_recycled_as_a_whole_by_cut_off_needs_no_supplier() {
    DeclaredStep ink =
        DeclaredStep.of("ink", 2)
            .statesFossil("1")
            .makes("2", KILOGRAM)
            .takesFrom(1, "ethanol", "4", LITER)
            .recycled(cutOff("1", "0.5"));

    assertThat(mismatches(of(ink), BigDecimal.ZERO)).isEmpty();
  }

  @Test
  void an_input_without_a_figure_makes_it_incomparable() {
    assertThat(reasons(of(ink("2.5"))))
        .singleElement()
        .asString()
        .startsWith("urn:pact:example.org:product:ethanol: statement urn:uuid:");
  }

  @Test
  void an_output_in_a_unit_without_conversion_makes_it_incomparable() {
    assertThat(reasons(of(ink("2.5").makes("1", HOUR), ethanol())))
        .singleElement()
        .asString()
        .startsWith("output: hour cannot be converted");
  }

  @Test
  void a_declaration_without_a_recipe_cannot_be_compared() {
    assertThat(reasons(of(ethanol()))).containsExactly("the recipe is undeclared or not disclosed");
  }
}
