package io.tanlian.verifier.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tanlian.contracts.material.Period;
import io.tanlian.contracts.material.RecoveryDeclaration;
import io.tanlian.contracts.material.RecoveryStage;
import io.tanlian.contracts.rulepack.RulePack;
import io.tanlian.contracts.rulepack.RulePacks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecoveryJudgementTest {
  private static final Map<String, String> BLACK_MASS =
      Map.of("Li", "1000", "Ni", "5000", "Co", "1500", "Mn", "1200");

  @Test
  void a_plant_at_91_2_98_6_98_4_and_98_1_percent_meets_china_s_thresholds() {
    PackResult result =
        judge(
            "cn-2025-21",
            metallurgical(Map.of("Li", "912", "Ni", "4930", "Co", "1476", "Mn", "1177.2")));
    assertThat(percents(result))
        .isEqualTo(Map.of("Li", "91.20", "Ni", "98.60", "Co", "98.40", "Mn", "98.10"));
    assertThat(result.misses()).isFalse();
  }

  @Test
  void one_that_gets_97_4_percent_of_the_nickel_misses_and_hears_by_how_much() {
    PackResult result =
        judge(
            "cn-2025-21",
            metallurgical(Map.of("Li", "912", "Ni", "4870", "Co", "1476", "Mn", "1177.2")));
    assertThat(result.misses()).isTrue();
    assertThat(verdict(result, "Ni"))
        .isInstanceOfSatisfying(
            Verdict.Missed.class,
            missed -> {
              assertThat(missed.share().percent()).isEqualByComparingTo("97.40");
              assertThat(missed.shortfall(new BigDecimal("0.98"))).isEqualByComparingTo("30");
            });
  }

  @Test
  void a_threshold_is_met_at_the_gram_and_missed_one_gram_below() {
    assertThat(verdict(judge("cn-2025-21", metallurgical(Map.of("Li", "900"))), "Li"))
        .isInstanceOf(Verdict.Met.class);
    Verdict missed = verdict(judge("cn-2025-21", metallurgical(Map.of("Li", "899.999"))), "Li");
    assertThat(missed)
        .isInstanceOfSatisfying(
            Verdict.Missed.class,
            verdict -> assertThat(verdict.share().percent()).isEqualByComparingTo("89.99"));
  }

  @Test
  void china_s_stages_in_a_row_give_the_eu_s_rate_over_the_whole_chain() {
    RecoveryDeclaration dismantling =
        Recoveries.of(
            RecoveryStage.DISMANTLING,
            Map.of("Li", "1000", "electrodePowder", "20000"),
            Recoveries.handedOn("powder", Map.of("Li", "980", "electrodePowder", "19600")));
    RecoveryDeclaration metallurgical =
        Recoveries.of(
            RecoveryStage.METALLURGICAL,
            Map.of("Li", "980"),
            Recoveries.sold("salt", Map.of("Li", "882")));
    assertThat(verdict(judge("cn-2025-21", dismantling, metallurgical), "Li"))
        .isEqualTo(new Verdict.Met(new Share(new BigDecimal("882"), new BigDecimal("980"))));
    Verdict whole = verdict(judge("eu-2023-1542-2031", dismantling, metallurgical), "Li");
    assertThat(whole)
        .isInstanceOfSatisfying(
            Verdict.Met.class,
            met -> assertThat(met.share().percent()).isEqualByComparingTo("88.20"));
  }

  @Test
  void a_metallurgical_rate_is_not_compared_with_the_eu_s() {
    assertThat(verdict(judge("eu-2023-1542-2027", metallurgical(Map.of("Li", "912"))), "Li"))
        .isInstanceOfSatisfying(
            Verdict.NotJudged.class,
            notJudged -> assertThat(notJudged.reason()).contains("cannot be compared"));
  }

  @Test
  void a_later_stage_that_took_in_more_than_was_delivered_is_another_chain() {
    RecoveryDeclaration dismantling =
        Recoveries.of(
            RecoveryStage.DISMANTLING,
            Map.of("Ni", "4000"),
            Recoveries.handedOn("powder", Map.of("Ni", "3900")));
    assertThat(
            verdict(
                judge("eu-2023-1542-2027", dismantling, metallurgical(Map.of("Ni", "4900"))), "Ni"))
        .isInstanceOfSatisfying(
            Verdict.NotJudged.class,
            notJudged -> assertThat(notJudged.reason()).contains("5000", "3900"));
  }

  @Test
  void what_does_not_replace_primary_material_does_not_count_in_the_eu() {
    RecoveryDeclaration dismantling =
        Recoveries.of(
            RecoveryStage.DISMANTLING,
            Map.of("Cu", "800"),
            Recoveries.handedOn("slag", Map.of("Cu", "500")),
            Recoveries.sold("foil", Map.of("Cu", "300")));
    assertThat(verdict(judge("eu-2023-1542-2027", dismantling), "Cu"))
        .isEqualTo(new Verdict.Missed(new Share(new BigDecimal("300"), new BigDecimal("800"))));
  }

  @Test
  void the_eu_judges_calendar_years_only() {
    RecoveryDeclaration campaign =
        Recoveries.of(
            RecoveryStage.DISMANTLING,
            new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)),
            Map.of("Cu", "800"),
            Recoveries.sold("foil", Map.of("Cu", "790")));
    assertThat(verdict(judge("eu-2023-1542-2027", campaign), "Cu"))
        .isInstanceOfSatisfying(
            Verdict.NotJudged.class,
            notJudged -> assertThat(notJudged.reason()).contains("calendar years"));
  }

  @Test
  void years_are_not_added_up_and_nothing_counts_twice() {
    RecoveryDeclaration recovery = metallurgical(Map.of("Ni", "4900"));
    Period before = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    RecoveryDeclaration earlier =
        Recoveries.of(
            RecoveryStage.METALLURGICAL,
            before,
            BLACK_MASS,
            Recoveries.sold("salts", Map.of("Ni", "5000")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecoveryJudgement(List.of(recovery, earlier)))
        .withMessageContaining("more than one period (2026, 2025)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecoveryJudgement(List.of(recovery, recovery)))
        .withMessageContaining("twice");
  }

  @Test
  void how_a_recovery_is_cut_into_declarations_does_not_matter() {
    Verdict whole = verdict(judge("cn-2025-21", ofNickel(5_000_000, 4_900_000)), "Ni");
    Random random = new Random(20_261_121L);
    for (int i = 0; i < 500; i++) {
      int gramsIn = 1 + random.nextInt(4_999_999);
      int gramsOut = 1 + random.nextInt(4_899_999);
      RecoveryDeclaration first = ofNickel(gramsIn, gramsOut);
      RecoveryDeclaration second = ofNickel(5_000_000 - gramsIn, 4_900_000 - gramsOut);
      assertThat(verdict(judge("cn-2025-21", first, second), "Ni")).isEqualTo(whole);
      assertThat(verdict(judge("cn-2025-21", second, first), "Ni")).isEqualTo(whole);
    }
  }

  private static RecoveryDeclaration metallurgical(Map<String, String> out) {
    return Recoveries.of(RecoveryStage.METALLURGICAL, BLACK_MASS, Recoveries.sold("salts", out));
  }

  private static RecoveryDeclaration ofNickel(int gramsIn, int gramsOut) {
    return Recoveries.of(
        RecoveryStage.METALLURGICAL,
        Map.of("Ni", kilograms(gramsIn)),
        Recoveries.sold("salt", Map.of("Ni", kilograms(gramsOut))));
  }

  private static String kilograms(int grams) {
    return BigDecimal.valueOf(grams, 3).toPlainString();
  }

  private static PackResult judge(String pack, RecoveryDeclaration... recoveries) {
    RulePack known =
        RulePacks.all().stream().filter(one -> one.id().equals(pack)).findFirst().orElseThrow();
    return new RecoveryJudgement(List.of(recoveries)).by(known);
  }

  private static Verdict verdict(PackResult result, String material) {
    return result.results().stream()
        .filter(one -> one.criterion().material().code().equals(material))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private static Map<String, String> percents(PackResult result) {
    return result.results().stream()
        .filter(one -> one.verdict() instanceof Verdict.Judged)
        .collect(
            Collectors.toMap(
                one -> one.criterion().material().code(),
                one -> ((Verdict.Judged) one.verdict()).share().percent().toPlainString()));
  }
}
