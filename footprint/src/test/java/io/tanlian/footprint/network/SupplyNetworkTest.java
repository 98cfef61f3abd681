package io.tanlian.footprint.network;

import static io.tanlian.contracts.unit.Unit.KILOGRAM;
import static io.tanlian.footprint.DeclaredStep.fossil;
import static io.tanlian.footprint.DeclaredStep.product;
import static io.tanlian.footprint.DeclaredStep.statement;
import static io.tanlian.footprint.Networks.activities;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.footprint.DeclaredStep;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Input;
import io.tanlian.footprint.activity.Lapse.Cause;
import io.tanlian.footprint.network.Supply.Estimated;
import io.tanlian.footprint.network.Supply.Missing;
import io.tanlian.footprint.network.Supply.Reason;
import io.tanlian.footprint.network.Supply.Supplied;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SupplyNetworkTest {
  private static final DeclaredStep OLD = DeclaredStep.of("steel", 3).statesFossil("2.3");
  private static final DeclaredStep NEW = DeclaredStep.of("steel", 8).statesFossil("2.1");
  private static final Input ANY = input(DeclaredStep.of("car", 9).takes("steel", "1", KILOGRAM));

  private static Input input(DeclaredStep consumer) {
    return consumer.makes("1", KILOGRAM).activity().recipe().orElseThrow().inputs().getFirst();
  }

  private static Supply supply(Input input, DeclaredStep... steps) {
    return SupplyNetwork.of(activities(steps)).supplyOf(input);
  }

  private static long index(Supply supply) {
    return ((Supplied) supply).activity().pin().index();
  }

  private static Reason reason(Supply supply) {
    return ((Missing) supply).reason();
  }

  @Test
  void an_input_is_served_by_the_latest_declaration_of_its_product_in_whatever_order() {
    assertThat(index(supply(ANY, OLD, NEW))).isEqualTo(8);
    assertThat(index(supply(ANY, NEW, OLD))).isEqualTo(8);
  }

  @Test
  void a_lapsed_declaration_leaves_the_product_to_the_one_before() {
    DeclaredStep withdrawn =
        DeclaredStep.of("steel", 10)
            .statesFossil("1")
            .lapsed(Cause.WITHDRAWN, "2026-01-01T00:00:00Z");

    assertThat(index(supply(ANY, OLD, NEW, withdrawn))).isEqualTo(8);
    assertThat(reason(supply(ANY, withdrawn))).isEqualTo(Reason.NO_ACTIVE_DECLARATION);
  }

  @Test
  void a_pinned_statement_serves_even_where_a_later_one_exists() {
    Input pinned = input(DeclaredStep.of("car", 9).takesFrom(3, "steel", "1", KILOGRAM));

    assertThat(index(supply(pinned, OLD, NEW))).isEqualTo(3);
  }

  @Test
  void a_pinned_statement_that_is_unknown_is_not_replaced_by_another() {
    Input pinned = input(DeclaredStep.of("car", 9).takesFrom(5, "steel", "1", KILOGRAM));

    assertThat(reason(supply(pinned, OLD, NEW))).isEqualTo(Reason.STATEMENT_UNKNOWN);
  }

  @Test
  void a_pinned_statement_about_another_product_does_not_serve() {
    Input pinned = input(DeclaredStep.of("car", 9).takesFrom(3, "copper", "1", KILOGRAM));

    assertThat(reason(supply(pinned, OLD))).isEqualTo(Reason.STATEMENT_UNKNOWN);
  }

  @Nested
  class A_product_that_several_participants_declare {
    private static final DeclaredStep SPY =
        DeclaredStep.of("steel", 12).by("spy").statesFossil("99");

    @Test
    void serves_no_input_that_leaves_open_whose_is_meant_in_whatever_order() {
      assertThat(reason(supply(ANY, OLD, SPY))).isEqualTo(Reason.SEVERAL_SUPPLIERS);
      assertThat(supply(ANY, SPY, OLD)).isEqualTo(supply(ANY, OLD, SPY));
      assertThat(((Missing) supply(ANY, OLD, NEW, SPY)).words())
          .isEqualTo(
              "2 participants declare urn:pact:example.org:product:steel:"
                  + " the line must name its supplier's statement");
    }

    @Test
    void serves_an_input_that_pins_a_statement_of_one_of_them() {
      Input pinned = input(DeclaredStep.of("car", 9).takesFrom(3, "steel", "1", KILOGRAM));

      assertThat(index(supply(pinned, OLD, NEW, SPY))).isEqualTo(3);
    }

    @Test
    void leaves_an_input_to_its_secondary_factor_and_says_why() {
      Input estimated =
          input(DeclaredStep.of("car", 9).estimates("steel", "1", KILOGRAM, fossil("1.92")));

      assertThat(supply(estimated, OLD, SPY))
          .isInstanceOfSatisfying(
              Estimated.class,
              supply -> assertThat(supply.instead().orElseThrow()).startsWith("2 participants"));
    }

    @Test
    void serves_again_once_all_active_declarations_are_of_one() {
      DeclaredStep withdrawn =
          DeclaredStep.of("steel", 12)
              .by("spy")
              .statesFossil("99")
              .lapsed(Cause.WITHDRAWN, "2026-01-01T00:00:00Z");

      assertThat(index(supply(ANY, OLD, NEW, withdrawn))).isEqualTo(8);
    }
  }

  @Test
  void a_supplier_that_discloses_nothing_leaves_the_input_missing() {
    assertThat(reason(supply(ANY, DeclaredStep.of("steel", 3)))).isEqualTo(Reason.NOT_DISCLOSED);
  }

  @Test
  void a_suppliers_figure_goes_before_a_secondary_factor() {
    Input estimated =
        input(DeclaredStep.of("car", 9).estimates("steel", "1", KILOGRAM, fossil("1.92")));

    assertThat(index(supply(estimated, OLD))).isEqualTo(3);
    assertThat(supply(estimated)).isInstanceOf(Estimated.class);
  }

  @Test
  void a_product_is_served_under_each_of_its_names() {
    Activity two = OLD.activity();
    Activity named =
        new Activity(
            two.pin(),
            two.issuer(),
            List.of(product("iron"), product("steel")),
            two.recipe(),
            two.declared(),
            two.lapse());

    assertThat(index(SupplyNetwork.of(List.of(named)).supplyOf(ANY))).isEqualTo(3);
  }

  @Test
  void a_statement_given_twice_is_refused() {
    assertThatThrownBy(() -> SupplyNetwork.of(activities(OLD, OLD)))
        .hasMessage("statement %s is given twice".formatted(statement(3)));
  }
}
