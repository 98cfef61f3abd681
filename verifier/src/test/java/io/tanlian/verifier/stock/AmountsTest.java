package io.tanlian.verifier.stock;

import static io.tanlian.verifier.stock.Batches.old;
import static io.tanlian.verifier.stock.Batches.scrap;
import static io.tanlian.verifier.stock.Batches.virgin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.contracts.material.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmountsTest {
  private static final MaterialOrigin OLD_NICKEL =
      new MaterialOrigin(new Material("Ni"), Origin.POST_CONSUMER);

  @Test
  void are_whole_grams_however_kilograms_are_written() {
    Amounts tonne = of("1000", old("Ni", "0.1"));

    assertThat(tonne.mass()).isEqualTo(1_000_000);
    assertThat(tonne.of(OLD_NICKEL)).isEqualTo(100);
    assertThat(of("1000.000", old("Ni", "0.100"))).isEqualTo(tonne);
  }

  @Test
  void of_one_material_are_kept_by_origin() {
    Amounts amounts = of("10", old("Ni", "1"), scrap("Ni", "2"), virgin("Ni", "3"));

    assertThat(amounts.contents().values()).containsExactlyInAnyOrder(1000L, 2000L, 3000L);
    assertThat(amounts.of(OLD_NICKEL)).isEqualTo(1000);
  }

  @Test
  void of_what_is_missing_are_zero() {
    assertThat(of("10", scrap("Ni", "2")).of(OLD_NICKEL)).isZero();
  }

  @Test
  void of_contents_alone_have_no_mass_and_add_up() {
    Amounts amounts = Amounts.of(List.of(old("Ni", "1"), old("Ni", "0.5")));

    assertThat(amounts.mass()).isZero();
    assertThat(amounts.of(OLD_NICKEL)).isEqualTo(1500);
  }

  @Test
  void add_and_subtract_to_the_gram() {
    Amounts ten = of("10", old("Ni", "4"), old("Co", "1"));
    Amounts three = of("3", old("Ni", "0.001"), old("Li", "0.002"));

    assertThat(ten.plus(three))
        .isEqualTo(of("13", old("Co", "1"), old("Li", "0.002"), old("Ni", "4.001")));
    assertThat(ten.plus(three).minus(three)).isEqualTo(ten);
    assertThat(ten.minus(three).plus(three)).isEqualTo(ten);
  }

  @Test
  void that_are_all_taken_away_are_none() {
    Amounts ten = of("10", old("Ni", "4"), old("Co", "1"));

    assertThat(ten.minus(ten)).isEqualTo(Amounts.NONE);
    assertThat(Amounts.NONE.plus(ten)).isEqualTo(ten);
  }

  @Test
  void below_zero_are_impossible() {
    Amounts ten = of("10", old("Ni", "4"));

    assertThat(ten.minus(ten).isPossible()).isTrue();
    assertThat(ten.minus(of("10.001", old("Ni", "4"))).isPossible()).isFalse();
    assertThat(ten.minus(of("10", old("Ni", "4.001"))).isPossible()).isFalse();
    assertThat(ten.minus(of("10", scrap("Ni", "4"))).isPossible()).isFalse();
  }

  @Test
  void are_written_in_kilograms_without_needless_zeros() {
    assertThat(Amounts.kilograms(0)).isEqualTo("0");
    assertThat(Amounts.kilograms(1)).isEqualTo("0.001");
    assertThat(Amounts.kilograms(500)).isEqualTo("0.5");
    assertThat(Amounts.kilograms(29_500)).isEqualTo("29.5");
    assertThat(Amounts.kilograms(1_000_000)).isEqualTo("1000");
  }

  @Test
  void of_the_heaviest_batches_add_up_in_every_number_a_statement_can_name() {
    Amounts heaviest = of("1000000000000", old("Ni", "1000000000000"));
    Amounts sum = Amounts.NONE;
    for (int i = 0; i < 500; i++) {
      sum = sum.plus(heaviest);
    }

    assertThat(Amounts.kilograms(sum.of(OLD_NICKEL))).isEqualTo("500000000000000");
  }

  @Test
  void beyond_all_bounds_are_an_error_and_never_a_wrong_sum() {
    Amounts most = new Amounts(Long.MAX_VALUE, Amounts.NONE.contents());
    Amounts gram = of("0.001", old("Ni", "0.001"));

    assertThatThrownBy(() -> most.plus(gram)).isInstanceOf(ArithmeticException.class);
  }

  private static Amounts of(String mass, Content... contents) {
    return Amounts.of(Batches.of("a", mass, contents));
  }
}
