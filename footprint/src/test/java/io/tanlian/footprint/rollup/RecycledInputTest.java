package io.tanlian.footprint.rollup;

import static io.tanlian.contracts.material.RecyclingMethod.CFF;
import static io.tanlian.contracts.material.RecyclingMethod.CUT_OFF;
import static io.tanlian.contracts.unit.Unit.KILOGRAM;
import static io.tanlian.contracts.unit.Unit.PIECE;
import static io.tanlian.footprint.DeclaredStep.dec;
import static io.tanlian.footprint.DeclaredStep.fossil;
import static io.tanlian.footprint.Networks.activities;
import static io.tanlian.footprint.Networks.perUnit;
import static io.tanlian.footprint.Networks.rollUp;
import static io.tanlian.footprint.RecycledInputs.cff;
import static io.tanlian.footprint.RecycledInputs.cutOff;
import static io.tanlian.footprint.RecycledInputs.endOfLife;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.footprint.DeclaredStep;
import io.tanlian.footprint.Nearly;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Pin;
import io.tanlian.footprint.network.Supply;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One kilogram of cathode takes 2 kg of nickel at 14 kgCO2e, a fifth of it recycled at 3.1. */
class RecycledInputTest {

  private static DeclaredStep nickel() {
    return DeclaredStep.of("nickel", 1).statesFossil("14").primaryDataShare("100");
  }

  private static DeclaredStep cathode() {
    return DeclaredStep.of("cathode", 2).makes("1", KILOGRAM).emits(fossil("5"));
  }

  private static DeclaredStep byCutOff() {
    return cathode().takes("nickel", "2", KILOGRAM).recycled(cutOff("0.2", "3.1"));
  }

  private static DeclaredStep byCff() {
    return cathode().takes("nickel", "2", KILOGRAM).recycled(cff("0.2", "3.1", "0.2", "0.95"));
  }

  @Nested
  class Counts {

    @Test
    void by_cut_off_with_its_recycling_and_without_primary_burden() {
      // 5 + 2 (0.8 * 14 + 0.2 * 3.1)
      assertThat(perUnit("cathode", activities(nickel(), byCutOff())))
          .isEqualByComparingTo("28.64");
    }

    @Test
    void by_cff_with_its_part_of_the_recycling_and_of_the_primary_burden() {
      // 5 + 2 * 13.452
      assertThat(perUnit("cathode", activities(nickel(), byCff()))).isEqualByComparingTo("31.904");
    }

    @Test
    void by_cff_with_its_part_of_the_credit_at_the_end_of_life_if_it_says_so() {
      // 5 + 2 * 7.908
      DeclaredStep cathode =
          cathode()
              .takes("nickel", "2", KILOGRAM)
              .recycled(cff("0.2", "3.1", "0.2", "0.95", endOfLife("0.9", "2.8", "14", "0.75")));

      assertThat(perUnit("cathode", activities(nickel(), cathode))).isEqualByComparingTo("20.816");
    }

    @Test
    void on_a_secondary_factor_as_on_a_suppliers_figure() {
      DeclaredStep cathode =
          cathode().estimates("nickel", "2", KILOGRAM, fossil("14")).recycled(cutOff("0.2", "3.1"));

      assertThat(perUnit("cathode", activities(cathode))).isEqualByComparingTo("28.64");
    }

    @Test
    void by_its_own_unit_where_the_supplier_declares_another() {
      // Ingots of 20 kg at 280: as many kilograms of recycling, and 1.6 kg of ingot.
      DeclaredStep ingot = DeclaredStep.of("nickel", 1).per("1", PIECE, "20").statesFossil("280");

      assertThat(perUnit("cathode", activities(ingot, byCutOff()))).isEqualByComparingTo("28.64");
    }

    @Test
    void against_the_footprint_where_it_leaves_with_its_burden() {
      DeclaredStep cathode =
          cathode()
              .takes("nickel", "2.5", KILOGRAM)
              .recycled(cutOff("0.2", "3.1"))
              .loses("nickel", "0.5", KILOGRAM)
              .recycled(cutOff("0.2", "3.1"));

      assertThat(perUnit("cathode", activities(nickel(), cathode))).isEqualByComparingTo("28.64");
    }

    @Test
    void without_a_supplier_where_all_of_it_is_recycled_by_cut_off() {
      DeclaredStep cathode = cathode().takes("nickel", "2", KILOGRAM).recycled(cutOff("1", "3.1"));

      RollUp alone = rollUp("cathode", cathode);

      assertThat(alone.perUnit().excludingUptake()).isEqualByComparingTo("11.2");
      assertThat(alone.missing()).isEmpty();
      assertThat(alone.tree().branches())
          .extracting(Branch::kind)
          .containsExactly(Branch.Kind.RECYCLED);
      assertThat(rollUp("cathode", nickel(), cathode).pins())
          .extracting(Pin::index)
          .containsExactly(2L);
    }

    @Test
    void with_its_recycled_part_only_where_the_primary_one_is_missing() {
      RollUp alone = rollUp("cathode", byCutOff());

      assertThat(alone.perUnit().excludingUptake()).isEqualByComparingTo("6.24");
      assertThat(alone.missing())
          .extracting(MissingInput::reason)
          .containsExactly(Supply.Reason.NOT_DECLARED);
      assertThat(alone.tree().branches().getFirst().total()).isEqualByComparingTo("1.24");
      assertThat(alone.recycled().getFirst().change()).isEqualTo(Optional.empty());
    }

    @Test
    void in_a_loop_exactly() {
      // a = 1 + 0.2 b, b = 2 + 0.5 (0.6 a + 0.4 * 1), so that a = 72/47 and b = 125/47.
      List<Activity> loop =
          activities(
              DeclaredStep.of("a", 1)
                  .makes("1", KILOGRAM)
                  .emits(fossil("1"))
                  .takes("b", "0.2", KILOGRAM),
              DeclaredStep.of("b", 2)
                  .makes("1", KILOGRAM)
                  .emits(fossil("2"))
                  .takes("a", "0.5", KILOGRAM)
                  .recycled(cutOff("0.4", "1")));

      Nearly.same(perUnit("a", loop).multiply(dec("47")), dec("72"), 1e-32);
      Nearly.same(perUnit("b", loop).multiply(dec("47")), dec("125"), 1e-32);
    }
  }

  @Nested
  class Is_explained {

    @Test
    void as_secondary_data_of_the_step_that_takes_it() {
      RollUp cathode = rollUp("cathode", nickel(), byCutOff());

      assertThat(cathode.sources().computed()).isEqualByComparingTo("5");
      assertThat(cathode.sources().declared()).isEqualByComparingTo("22.4");
      assertThat(cathode.sources().estimated()).isEqualByComparingTo("1.24");
      assertThat(cathode.contributions().getFirst().amount()).isEqualByComparingTo("1.6");
      Nearly.same(
          cathode.primaryDataSharePercent().orElseThrow(), dec("95.670391061452514"), 1e-15);
    }

    @Test
    void in_the_branch_of_the_input_with_the_claim_it_rests_on() {
      Branch nickel = rollUp("cathode", nickel(), byCutOff()).tree().branches().getFirst();

      assertThat(nickel.kind()).isEqualTo(Branch.Kind.DECLARED);
      assertThat(nickel.quantity().amount()).isEqualByComparingTo("2");
      assertThat(nickel.total()).isEqualByComparingTo("23.64");
      assertThat(nickel.own()).isEqualByComparingTo("23.64");
      assertThat(nickel.rest()).isEqualByComparingTo("0");
      assertThat(nickel.recycled())
          .contains(new RecycledPart(DeclaredStep.statement(70), CUT_OFF, dec("0.2"), dec("1.24")));
    }

    @Test
    void with_what_it_changes_against_primary_material() {
      RollUp byCutOff = rollUp("cathode", nickel(), byCutOff());
      RollUp byCff = rollUp("cathode", nickel(), byCff());

      assertThat(byCutOff.recycled())
          .singleElement()
          .satisfies(effect -> {
            assertThat(effect.product()).isEqualTo(DeclaredStep.product("nickel"));
            assertThat(effect.at().index()).isEqualTo(2);
            assertThat(effect.change().orElseThrow()).isEqualByComparingTo("-4.36");
          });
      assertThat(byCff.recycled().getFirst().change().orElseThrow()).isEqualByComparingTo("-1.096");
    }
  }

  @Nested
  class Methods {

    private static DeclaredStep pack(DeclaredStep frame) {
      return frame.makes("1", KILOGRAM).takes("cathode", "0.5", KILOGRAM);
    }

    @Test
    void are_none_where_nothing_is_recycled() {
      RollUp cathode = rollUp("cathode", nickel(), cathode().takes("nickel", "2", KILOGRAM));

      assertThat(cathode.recyclingMethods()).isEmpty();
      assertThat(cathode.recycled()).isEmpty();
      assertThat(cathode.doubts()).isEmpty();
    }

    @Test
    void are_named_wherever_in_the_network_they_stand() {
      RollUp pack = rollUp("pack", nickel(), byCff(), pack(DeclaredStep.of("pack", 3)));

      assertThat(pack.recyclingMethods()).containsExactly(CFF);
      assertThat(pack.doubts()).isEmpty();
    }

    @Test
    void are_never_mixed_without_a_doubt_at_the_product() {
      DeclaredStep pack =
          pack(DeclaredStep.of("pack", 3))
              .estimates("aluminium", "1", KILOGRAM, fossil("16"))
              .recycled(cutOff("0.5", "0.6"));

      RollUp mixed = rollUp("pack", nickel(), byCff(), pack);

      assertThat(mixed.recyclingMethods()).containsExactly(CUT_OFF, CFF);
      assertThat(mixed.doubts())
          .singleElement()
          .satisfies(doubt -> {
            assertThat(doubt.product()).isEqualTo(DeclaredStep.product("pack"));
            assertThat(doubt.at().index()).isEqualTo(3);
            assertThat(doubt.words())
                .startsWith("recycled inputs count by cutOff and by cff in one total");
          });
      assertThat(mixed.perUnit().excludingUptake())
          .isEqualByComparingTo(dec("8.3").add(dec("15.952")));
    }
  }

  @Test
  void a_recycled_share_changes_nothing_where_recycling_has_the_primary_burden() {
    DeclaredStep cathode = cathode().takes("nickel", "2", KILOGRAM).recycled(cutOff("0.2", "14"));
    BigDecimal primary = dec("33");

    assertThat(perUnit("cathode", activities(nickel(), cathode))).isEqualByComparingTo(primary);
  }
}
