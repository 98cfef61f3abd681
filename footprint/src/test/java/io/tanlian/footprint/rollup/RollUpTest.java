package io.tanlian.footprint.rollup;

import static io.tanlian.contracts.unit.Unit.KILOGRAM;
import static io.tanlian.contracts.unit.Unit.KILOWATT_HOUR;
import static io.tanlian.contracts.unit.Unit.LITER;
import static io.tanlian.contracts.unit.Unit.MEGAJOULE;
import static io.tanlian.contracts.unit.Unit.PIECE;
import static io.tanlian.footprint.DeclaredStep.dec;
import static io.tanlian.footprint.DeclaredStep.fossil;
import static io.tanlian.footprint.DeclaredStep.participant;
import static io.tanlian.footprint.Networks.activities;
import static io.tanlian.footprint.Networks.refusal;
import static io.tanlian.footprint.Networks.rollUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.unit.Unit;
import io.tanlian.footprint.DeclaredStep;
import io.tanlian.footprint.Nearly;
import io.tanlian.footprint.Networks;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Lapse;
import io.tanlian.footprint.activity.Pin;
import io.tanlian.footprint.network.Refusal;
import io.tanlian.footprint.network.Step;
import io.tanlian.footprint.network.Supply.Reason;
import io.tanlian.footprint.network.SupplyNetwork;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollUpTest {

  private static DeclaredStep ethanolBottle() {
    return DeclaredStep.of("ethanol", 1).per("12", LITER, "9.468").statesFossil("18");
  }

  private static DeclaredStep pack() {
    return DeclaredStep.of("pack", 9).per("1", PIECE, "400").makes("1", PIECE);
  }

  @Nested
  class Per_unit_and_per_declared_unit {

    @Test
    void a_12_litre_bottle_of_18_kilograms_is_1_and_a_half_per_litre() {
      RollUp bottle = rollUp("ethanol", ethanolBottle());

      assertThat(bottle.perUnit().excludingUptake()).isEqualByComparingTo("1.5");
      assertThat(bottle.perDeclaredUnit().excludingUptake()).isEqualByComparingTo("18");
    }

    @Test
    void an_input_of_that_bottles_product_counts_by_the_litre() {
      RollUp ink =
          rollUp(
              "ink",
              ethanolBottle(),
              DeclaredStep.of("ink", 2)
                  .makes("10", KILOGRAM)
                  .takes("ethanol", "4", LITER)
                  .emits(fossil("1")));

      assertThat(ink.perUnit().excludingUptake()).isEqualByComparingTo("0.7");
    }

    @ParameterizedTest
    @CsvSource({"4, LITER", "0.004, CUBIC_METER", "3.156, KILOGRAM"})
    void an_input_counts_the_same_in_every_unit_it_can_be_stated_in(String amount, Unit unit) {
      RollUp ink =
          rollUp(
              "ink",
              ethanolBottle(),
              DeclaredStep.of("ink", 2).makes("10", KILOGRAM).takes("ethanol", amount, unit));

      assertThat(ink.perUnit().excludingUptake()).isEqualByComparingTo("0.6");
    }

    @Test
    void an_output_may_be_stated_in_another_unit_than_the_declared_one() {
      RollUp power =
          rollUp(
              "power",
              DeclaredStep.of("power", 1)
                  .per("1", KILOWATT_HOUR, "0")
                  .makes("7.2", MEGAJOULE)
                  .emits(fossil("1")));

      assertThat(power.perUnit().excludingUptake()).isEqualByComparingTo("0.5");
    }
  }

  @Nested
  class Suppliers_whose_recipe_is_not_known {

    @Test
    void count_with_their_declared_figure() {
      RollUp pack =
          rollUp(
              "pack",
              DeclaredStep.of("frame", 3).statesFossil("4").primaryDataShare("50"),
              pack().takes("frame", "60", KILOGRAM).emits(fossil("10")));

      assertThat(pack.perUnit().excludingUptake()).isEqualByComparingTo("250");
      assertThat(pack.contributions().getFirst().kind()).isEqualTo(Step.Kind.DECLARED);
      assertThat(pack.contributions().getFirst().sharePercent().orElseThrow())
          .isEqualByComparingTo("96");
      assertThat(pack.sources().declared()).isEqualByComparingTo("240");
      assertThat(pack.sources().computed()).isEqualByComparingTo("10");
      assertThat(pack.primaryDataSharePercent().orElseThrow()).isEqualByComparingTo("52");
    }

    @Test
    void keep_a_declared_total_even_where_no_part_of_it_is_disclosed() {
      RollUp pack =
          rollUp(
              "pack",
              DeclaredStep.of("wood", 3).statesTotals("2", "-1"),
              pack().takes("wood", "3", KILOGRAM).emits(fossil("10")));

      assertThat(pack.perUnit().excludingUptake()).isEqualByComparingTo("16");
      assertThat(pack.perUnit().includingUptake()).isEqualByComparingTo("7");
    }

    @Test
    void are_refused_as_a_product_of_their_own_if_no_figure_is_disclosed_either() {
      assertThat(refusal("frame", DeclaredStep.of("frame", 3)))
          .isEqualTo(new Refusal.NotDisclosed(DeclaredStep.product("frame")));
    }
  }

  @Nested
  class Missing_inputs {

    @Test
    void are_named_with_their_quantity_and_who_asks_and_count_as_nothing() {
      RollUp pack = rollUp("pack", pack().takes("frame", "60", KILOGRAM).emits(fossil("10")));

      assertThat(pack.perUnit().excludingUptake()).isEqualByComparingTo("10");
      assertThat(pack.sources().missingInputs()).isEqualTo(1);
      MissingInput missing = pack.missing().getFirst();
      assertThat(missing.product()).isEqualTo(DeclaredStep.product("frame"));
      assertThat(missing.quantity().amount()).isEqualByComparingTo("60");
      assertThat(missing.askedFor()).isEqualTo(DeclaredStep.product("pack"));
      assertThat(missing.reason()).isEqualTo(Reason.NOT_DECLARED);
      assertThat(missing.words())
          .isEqualTo(
              "no declaration of urn:pact:example.org:product:frame is known here: it is not declared, or not shared");
    }

    @Test
    void are_none_where_a_secondary_factor_stands_in() {
      RollUp pack =
          rollUp(
              "pack", pack().estimates("frame", "60", KILOGRAM, fossil("4")).emits(fossil("10")));

      assertThat(pack.perUnit().excludingUptake()).isEqualByComparingTo("250");
      assertThat(pack.sources().estimated()).isEqualByComparingTo("240");
      assertThat(pack.missing()).isEmpty();
      assertThat(pack.doubts()).isEmpty();
      assertThat(pack.primaryDataSharePercent().orElseThrow()).isEqualByComparingTo("4");
    }

    @Test
    void come_from_units_that_cannot_be_converted() {
      RollUp pack =
          rollUp(
              "pack",
              DeclaredStep.of("assembly", 3).per("1", Unit.HOUR, "0").statesFossil("4"),
              pack().takes("assembly", "60", KILOGRAM).emits(fossil("10")));

      assertThat(pack.missing())
          .extracting(MissingInput::reason)
          .containsExactly(Reason.UNIT_NOT_CONVERTIBLE);
      assertThat(pack.missing().getFirst().words()).contains("productMassPerDeclaredUnit is 0");
    }
  }

  @Nested
  class Doubts {

    @Test
    void name_an_input_whose_unit_cannot_be_converted_so_that_its_factor_is_used() {
      RollUp pack =
          rollUp(
              "pack",
              DeclaredStep.of("assembly", 3).per("1", Unit.HOUR, "0").statesFossil("4"),
              pack().estimates("assembly", "60", KILOGRAM, fossil("1")));

      assertThat(pack.perUnit().excludingUptake()).isEqualByComparingTo("60");
      assertThat(pack.doubts())
          .singleElement()
          .satisfies(doubt -> {
            assertThat(doubt.product()).isEqualTo(DeclaredStep.product("assembly"));
            assertThat(doubt.words()).startsWith("a secondary factor is used: kilogram cannot");
          });
    }

    @Test
    void name_an_output_that_cannot_be_used_and_the_declared_figure_is_taken() {
      RollUp pack =
          rollUp("pack", pack().makes("1", KILOWATT_HOUR).emits(fossil("10")).statesFossil("123"));

      assertThat(pack.perUnit().excludingUptake()).isEqualByComparingTo("123");
      assertThat(pack.doubts().getFirst().words())
          .startsWith("its output cannot be used, its declared figure is:");
    }

    @Test
    void name_a_material_of_which_more_leaves_than_enters() {
      RollUp pack =
          rollUp(
              "pack",
              DeclaredStep.of("frame", 3).statesFossil("4"),
              pack().takes("frame", "60", KILOGRAM).loses("frame", "61", KILOGRAM));

      assertThat(pack.doubts())
          .singleElement()
          .satisfies(doubt -> assertThat(doubt.words()).startsWith("more of it leaves the steps"));
    }
  }

  @Nested
  class Pins {

    @Test
    void are_all_declarations_used_by_index() {
      RollUp pack =
          rollUp(
              "pack",
              pack().takes("frame", "60", KILOGRAM),
              DeclaredStep.of("frame", 7).makes("1", KILOGRAM).takes("steel", "1", KILOGRAM),
              DeclaredStep.of("steel", 4).statesFossil("2"),
              DeclaredStep.of("unused", 2).statesFossil("2"));

      assertThat(pack.pins()).extracting(Pin::index).containsExactly(4L, 7L, 9L);
      assertThat(pack.pins().getFirst().leafHash()).isEqualTo("0".repeat(63) + "4");
    }
  }

  @Nested
  class A_declaration_that_is_no_longer_active {

    @Test
    void is_not_found_by_its_product() {
      assertThat(
              refusal(
                  "frame",
                  DeclaredStep.of("frame", 3)
                      .statesFossil("4")
                      .lapsed(Lapse.Cause.WITHDRAWN, "2026-06-01T00:00:00Z")))
          .isEqualTo(new Refusal.NothingDeclared(DeclaredStep.product("frame")));
    }

    @Test
    void can_be_rolled_up_by_name_and_is_stale() {
      Activity withdrawn =
          DeclaredStep.of("frame", 3)
              .statesFossil("4")
              .lapsed(Lapse.Cause.WITHDRAWN, "2026-06-01T00:00:00Z")
              .activity();

      RollUpOutcome outcome =
          new Calculator(SupplyNetwork.of(activities(pack(), DeclaredStep.of("x", 1))))
              .rollUp(withdrawn, Networks.NOW, TreeLimits.DEFAULT);

      assertThat(outcome)
          .isInstanceOfSatisfying(RollUp.class, rollUp -> assertThat(rollUp.isStale()).isTrue());
    }
  }

  @Nested
  class A_product_that_several_participants_declare {
    private static final Refusal SEVERAL =
        new Refusal.SeveralSuppliers(
            DeclaredStep.product("pack"), List.of(participant("maker"), participant("spy")));

    private static DeclaredStep spy() {
      return DeclaredStep.of("pack", 11).by("spy").statesFossil("999");
    }

    private static RollUpOutcome asked(String caller, DeclaredStep... steps) {
      return new Calculator(SupplyNetwork.of(activities(steps)))
          .rollUp(
              DeclaredStep.product("pack"),
              Optional.of(participant(caller)),
              Networks.NOW,
              TreeLimits.DEFAULT);
    }

    @Test
    void is_rolled_up_from_the_callers_own_declaration_whoever_declared_last() {
      assertThat(asked("maker", pack().emits(fossil("10")), spy()))
          .isInstanceOfSatisfying(
              RollUp.class, rollUp -> assertThat(rollUp.pin().index()).isEqualTo(9));
      assertThat(asked("maker", spy(), pack().emits(fossil("10"))))
          .isEqualTo(asked("maker", pack().emits(fossil("10")), spy()));
    }

    @Test
    void is_refused_to_anybody_else_with_the_names_of_those_who_declare_it() {
      assertThat(asked("customer", pack(), spy())).isEqualTo(new RollUpOutcome.Refused(SEVERAL));
      assertThat(refusal("pack", spy(), pack())).isEqualTo(SEVERAL);
      assertThat(SEVERAL.words())
          .isEqualTo(
              "2 participants declare urn:pact:example.org:product:pack:"
                  + " did:web:maker.example, did:web:spy.example");
    }

    @Test
    void is_a_missing_input_and_the_others_figure_does_not_count() {
      RollUp car =
          rollUp(
              "car",
              pack().emits(fossil("10")),
              spy(),
              DeclaredStep.of("car", 12)
                  .makes("1", KILOGRAM)
                  .takes("pack", "1", PIECE)
                  .emits(fossil("5")));

      assertThat(car.perUnit().excludingUptake()).isEqualByComparingTo("5");
      assertThat(car.missing())
          .extracting(MissingInput::reason)
          .containsExactly(Reason.SEVERAL_SUPPLIERS);
    }
  }

  @Test
  void material_that_leaves_takes_its_burden_along() {
    RollUp pack =
        rollUp(
            "pack",
            DeclaredStep.of("cathode", 3).statesFossil("30"),
            pack().takes("cathode", "106", KILOGRAM).loses("cathode", "6", KILOGRAM));

    assertThat(pack.perUnit().excludingUptake()).isEqualByComparingTo("3000");
    Nearly.same(pack.contributions().getFirst().amount(), dec("100"), 0);
  }

  @Test
  void a_footprint_of_zero_has_no_shares() {
    RollUp pack = rollUp("pack", pack());

    assertThat(pack.primaryDataSharePercent()).isEqualTo(Optional.empty());
    assertThat(pack.exemptedPercent()).isEqualTo(Optional.empty());
    assertThat(pack.contributions().getFirst().sharePercent()).isEqualTo(Optional.empty());
  }
}
