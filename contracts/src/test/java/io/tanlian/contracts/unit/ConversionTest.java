package io.tanlian.contracts.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tanlian.contracts.unit.Conversion.Converted;
import io.tanlian.contracts.unit.Conversion.Refused;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionTest {
  private static final BigDecimal NO_MASS = BigDecimal.ZERO;

  @Test
  void energy_and_volume_convert_by_3_6_and_1000() {
    assertThat(Quantity.of("2.5", Unit.KILOWATT_HOUR).in(Unit.MEGAJOULE))
        .hasValueSatisfying(q -> assertThat(q.amount()).isEqualByComparingTo("9"));
    assertThat(Quantity.of("9", Unit.MEGAJOULE).in(Unit.KILOWATT_HOUR))
        .hasValueSatisfying(q -> assertThat(q.amount()).isEqualByComparingTo("2.5"));
    assertThat(Quantity.of("0.012", Unit.CUBIC_METER).in(Unit.LITER))
        .hasValueSatisfying(q -> assertThat(q.amount()).isEqualByComparingTo("12"));
    assertThat(Quantity.of("1", Unit.LITER).in(Unit.CUBIC_METER))
        .hasValueSatisfying(q -> assertThat(q.amount()).isEqualByComparingTo("0.001"));
  }

  @Test
  void a_quotient_that_no_decimal_holds_is_rounded_to_34_digits() {
    assertThat(Quantity.of("1", Unit.MEGAJOULE).in(Unit.KILOWATT_HOUR))
        .contains(Quantity.of("0.2777777777777777777777777777777778", Unit.KILOWATT_HOUR));
  }

  @Test
  void to_the_smaller_unit_and_back_is_the_same_quantity() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      BigDecimal amount = BigDecimal.valueOf(random.nextLong(1L << 50), random.nextInt(10));
      Quantity given = new Quantity(amount, Unit.KILOWATT_HOUR);
      assertThat(given.in(Unit.MEGAJOULE).flatMap(q -> q.in(Unit.KILOWATT_HOUR)))
          .as("seed %d", seed)
          .hasValueSatisfying(back -> assertThat(back.amount()).isEqualByComparingTo(amount));
    }
  }

  /** PACT's public example 2: 12 liters of bioethanol weigh 9.468 kg. */
  @Test
  void kilograms_become_the_declared_unit_through_the_products_mass_and_back() {
    DeclaredUnit bottle = new DeclaredUnit(Quantity.of("12", Unit.LITER), new BigDecimal("9.468"));
    assertThat(bottle.express(Quantity.of("4.734", Unit.KILOGRAM)))
        .isInstanceOfSatisfying(
            Converted.class, c -> assertThat(c.quantity().amount()).isEqualByComparingTo("6"));
    assertThat(bottle.massOf(Quantity.of("0.006", Unit.CUBIC_METER)))
        .isInstanceOfSatisfying(
            Converted.class, c -> assertThat(c.quantity().amount()).isEqualByComparingTo("4.734"));
  }

  @Test
  void without_a_mass_nothing_is_divided() {
    DeclaredUnit electricity = new DeclaredUnit(Quantity.of("1", Unit.KILOWATT_HOUR), NO_MASS);
    assertThat(electricity.express(Quantity.of("1", Unit.KILOGRAM)))
        .isEqualTo(
            new Refused(
                "kilogram cannot be converted to kilowatt hour: the footprint's"
                    + " productMassPerDeclaredUnit is 0"));
    assertThat(electricity.massOf(Quantity.of("1", Unit.KILOWATT_HOUR)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void a_mass_says_nothing_about_a_third_unit() {
    DeclaredUnit cathode = new DeclaredUnit(Quantity.of("1", Unit.KILOGRAM), BigDecimal.ONE);
    assertThat(cathode.express(Quantity.of("3", Unit.PIECE)))
        .isEqualTo(
            new Refused("piece cannot be converted to kilogram: state the amount in kilogram"));
  }

  @Test
  void a_footprint_is_for_some_of_the_product() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeclaredUnit(Quantity.of("0.0", Unit.PIECE), NO_MASS))
        .withMessageContaining("declaredUnitAmount");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeclaredUnit(Quantity.of("1", Unit.PIECE), new BigDecimal("-1")));
    assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of("-1", Unit.PIECE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1.850", "-0.4", "77.0", "0.000", "12345678901234567890.123"})
  void a_plain_decimal_is_written_as_it_was_read(String text) {
    assertThat(DecimalText.of(DecimalText.parse(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1e3", "+1", "01", ".5", "1.", "-0", "-0.0", " 1", "1\n", "1,5", "NaN", "１"})
  void any_other_notation_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> DecimalText.parse(text));
  }

  @Test
  void a_power_of_ten_is_written_out() {
    assertThat(DecimalText.of(new BigDecimal("1.2E+3"))).isEqualTo("1200");
    assertThat(new Quantity(new BigDecimal("1E+3"), Unit.HOUR))
        .isEqualTo(Quantity.of("1000", Unit.HOUR));
  }

  @Test
  void every_unit_has_one_name() {
    for (Unit unit : Unit.values()) {
      assertThat(Unit.parse(unit.wireName())).isEqualTo(unit);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Unit.parse("kg"))
        .withMessageContaining("kilogram");
  }
}
