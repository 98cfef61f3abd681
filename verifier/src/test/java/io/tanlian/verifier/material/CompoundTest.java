package io.tanlian.verifier.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompoundTest {
  /** Molar masses and contents from IUPAC's masses, in g/mol and mass %. */
  @ParameterizedTest
  @CsvSource({
    "LiNi0.8Co0.1Mn0.1O2, 97.279, Ni, 48.27",
    "LiNi0.6Co0.2Mn0.2O2, 96.928, Co, 12.16",
    "Ni0.8Co0.1Mn0.1(OH)2, 92.356, Ni, 50.84",
    "Ni0.6Co0.2Mn0.2(OH)2, 92.004, Mn, 11.94",
    "LiFePO4, 157.755, Li, 4.40",
    "LiOH.H2O, 41.962, Li, 16.54",
    "LiOH, 23.947, Li, 28.98",
    "Li2CO3, 73.888, Li, 18.79",
    "NiSO4.6H2O, 262.839, Ni, 22.33",
    "NiSO4, 154.749, Ni, 37.93",
    "CoSO4.7H2O, 281.094, Co, 20.97",
    "CoSO4, 154.989, Co, 38.02",
    "MnSO4.H2O, 169.009, Mn, 32.51"
  })
  void contents_follow_from_the_formula(
      String formula, double molarMass, String element, double percent) {
    Compound compound = Compound.parse(formula);
    assertThat(compound.molarMass().doubleValue()).isCloseTo(molarMass, within(0.01));
    assertThat(compound.content(element).doubleValue() * 100).isCloseTo(percent, within(0.006));
  }

  @Test
  void a_point_before_water_is_no_decimal_point() {
    assertThat(Compound.parse("NiSO4.6H2O").atoms())
        .isEqualTo(
            Map.of(
                "Ni",
                BigDecimal.ONE,
                "S",
                BigDecimal.ONE,
                "O",
                BigDecimal.valueOf(10),
                "H",
                BigDecimal.valueOf(12)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Xx",
        "Ni(",
        "Ni)",
        "()",
        "Ni0",
        "NiSo4",
        "NiSO4.0H2O",
        "nickel",
        "2Ni",
        "Ni1.2.3"
      })
  void what_is_no_formula_is_refused_with_its_place(String formula) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Compound.parse(formula))
        .withMessageContaining("of the formula");
  }

  @Test
  void the_contents_of_all_elements_add_up_to_the_whole() {
    for (int nickel = 1; nickel <= 20; nickel++) {
      for (int water = 1; water <= 12; water++) {
        Compound compound = Compound.parse("Ni%dSO4.%dH2O".formatted(nickel, water));
        BigDecimal whole =
            compound.atoms().keySet().stream()
                .map(compound::content)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(whole.doubleValue()).isCloseTo(1, within(1e-15));
        assertThat(compound.dry()).isEqualTo(Compound.parse("Ni%dSO4".formatted(nickel)));
      }
    }
  }
}
