package io.tanlian.footprint.recycling;

import static io.tanlian.contracts.pact.v3.PcfComponent.BIOGENIC_CO2_UPTAKE;
import static io.tanlian.contracts.pact.v3.PcfComponent.FOSSIL_GHG_EMISSIONS;
import static io.tanlian.footprint.DeclaredStep.dec;
import static io.tanlian.footprint.DeclaredStep.fossil;
import static io.tanlian.footprint.RecycledInputs.cff;
import static io.tanlian.footprint.RecycledInputs.cutOff;
import static io.tanlian.footprint.RecycledInputs.endOfLife;
import static io.tanlian.footprint.RecycledInputs.factor;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.declaration.RecycledInput;
import io.tanlian.contracts.declaration.RecyclingFormula;
import io.tanlian.footprint.DeclaredStep;
import io.tanlian.footprint.Nearly;
import io.tanlian.footprint.activity.Figures;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputBurdenTest {

  /** For one unit, excluding uptake, where primary material has 14 kgCO2e. */
  private static BigDecimal perUnit(RecycledInput recycled) {
    return InputBurden.of(recycled).of(fossil("14"), BigDecimal.ONE).excludingUptake();
  }

  @Nested
  class Known_answers {

    @Test
    void cut_off_is_a_mean_of_primary_material_and_recycling() {
      // 0.8 * 14 + 0.2 * 3.1
      assertThat(perUnit(cutOff("0.2", "3.1"))).isEqualByComparingTo("11.82");
    }

    @Test
    void cff_leaves_part_of_the_primary_burden_with_the_taker() {
      // 0.8 * 14 + 0.2 (0.2 * 3.1 + 0.8 * 14 * 0.95) = 11.2 + 0.2 * 11.26
      assertThat(perUnit(cff("0.2", "3.1", "0.2", "0.95"))).isEqualByComparingTo("13.452");
    }

    @Test
    void cff_credits_what_the_end_of_life_gives_back() {
      // 13.452 + 0.8 * 0.9 (2.8 - 14 * 0.75) = 13.452 + 0.72 * -7.7
      assertThat(perUnit(cff("0.2", "3.1", "0.2", "0.95", endOfLife("0.9", "2.8", "14", "0.75"))))
          .isEqualByComparingTo("7.908");
    }

    @Test
    void the_form_is_a_part_of_the_primary_burden_and_a_constant() {
      // 0.8 + 0.2 * 0.8 * 0.95 of Ev, and 0.2 * 0.2 * 3.1 whatever Ev is
      InputBurden burden = InputBurden.of(cff("0.2", "3.1", "0.2", "0.95"));

      assertThat(burden.primary()).isEqualByComparingTo("0.952");
      assertThat(burden.recycling().excludingUptake()).isEqualByComparingTo("0.124");
      assertThat(burden.primaryOf(dec("100"))).isEqualByComparingTo("95.2");
    }

    @Test
    void every_component_counts_by_itself() {
      RecycledInput recycled =
          new RecycledInput(
              DeclaredStep.statement(70),
              dec("0.5"),
              factor(Map.of(FOSSIL_GHG_EMISSIONS, dec("2"), BIOGENIC_CO2_UPTAKE, dec("-1"))),
              new RecyclingFormula.CutOff());
      Figures primary =
          Figures.of(Map.of(FOSSIL_GHG_EMISSIONS, dec("10"), BIOGENIC_CO2_UPTAKE, dec("-3")));

      Figures six = InputBurden.of(recycled).of(primary.times(dec("6")), dec("6"));

      assertThat(six.components().get(FOSSIL_GHG_EMISSIONS)).isEqualByComparingTo("36");
      assertThat(six.components().get(BIOGENIC_CO2_UPTAKE)).isEqualByComparingTo("-12");
      assertThat(six.excludingUptake()).isEqualByComparingTo("36");
      assertThat(six.includingUptake()).isEqualByComparingTo("24");
    }
  }

  @Nested
  class Laws {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void with_an_allocation_factor_of_one_cff_is_cut_off_whatever_the_end_of_life(long seed) {
      Random random = new Random(seed);
      for (int i = 0; i < 200; i++) {
        String share = share(random);
        String recycling = kilograms(random);
        String primary = kilograms(random);

        InputBurden cutOff = InputBurden.of(cutOff(share, recycling));
        InputBurden cff =
            InputBurden.of(
                cff(
                    share,
                    recycling,
                    "1",
                    share(random),
                    endOfLife(share(random), kilograms(random), kilograms(random), share(random))));

        assertThat(cff.primary()).isEqualByComparingTo(cutOff.primary());
        Nearly.same(
            cff.of(fossil(primary), BigDecimal.ONE).excludingUptake(),
            cutOff.of(fossil(primary), BigDecimal.ONE).excludingUptake(),
            1e-30);
      }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void both_are_the_sum_of_their_terms_as_the_sources_write_them(long seed) {
      Random random = new Random(seed);
      for (int i = 0; i < 200; i++) {
        BigDecimal r1 = dec(share(random));
        BigDecimal erec = dec(kilograms(random));
        BigDecimal ev = dec(kilograms(random));
        BigDecimal a = dec(share(random));
        BigDecimal qsin = dec(share(random));
        BigDecimal r2 = dec(share(random));
        BigDecimal erecEol = dec(kilograms(random));
        BigDecimal evDisplaced = dec(kilograms(random));
        BigDecimal qsout = dec(share(random));
        BigDecimal notA = BigDecimal.ONE.subtract(a);
        BigDecimal primary = BigDecimal.ONE.subtract(r1).multiply(ev);
        BigDecimal taken = a.multiply(erec).add(notA.multiply(ev).multiply(qsin));
        BigDecimal credit = erecEol.subtract(evDisplaced.multiply(qsout));
        BigDecimal expected =
            primary.add(r1.multiply(taken)).add(notA.multiply(r2).multiply(credit));

        RecycledInput cff =
            cff(
                r1.toString(),
                erec.toString(),
                a.toString(),
                qsin.toString(),
                endOfLife(
                    r2.toString(), erecEol.toString(), evDisplaced.toString(), qsout.toString()));
        Figures burden = InputBurden.of(cff).of(fossil(ev.toString()), BigDecimal.ONE);

        assertThat(burden.excludingUptake()).as("seed %d", seed).isEqualByComparingTo(expected);
        assertThat(
                InputBurden.of(cutOff(r1.toString(), erec.toString()))
                    .of(fossil(ev.toString()), BigDecimal.ONE)
                    .excludingUptake())
            .isEqualByComparingTo(primary.add(r1.multiply(erec)));
      }
    }

    @Test
    void with_an_allocation_factor_of_zero_and_full_quality_recycled_input_spares_nothing() {
      assertThat(perUnit(cff("0.7", "3.1", "0", "1"))).isEqualByComparingTo("14");
    }

    @Test
    void an_input_recycled_as_a_whole_needs_no_primary_burden_by_cut_off_but_may_by_cff() {
      assertThat(InputBurden.of(cutOff("1.00", "3.1")).needsPrimary()).isFalse();
      assertThat(InputBurden.of(cff("1", "3.1", "1", "0.9")).needsPrimary()).isFalse();
      assertThat(InputBurden.of(cff("1", "3.1", "0.8", "0.9")).needsPrimary()).isTrue();
    }

    /** Above 0 and at most 1. */
    private static String share(Random random) {
      return BigDecimal.valueOf(1 + random.nextInt(1_000), 3).toPlainString();
    }

    private static String kilograms(Random random) {
      return BigDecimal.valueOf(1 + random.nextInt(100_000), 3).toPlainString();
    }
  }
}
