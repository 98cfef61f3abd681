package io.tanlian.verifier.material;

import static io.tanlian.verifier.material.RecycledClaims.allocated;
import static io.tanlian.verifier.material.RecycledClaims.postConsumer;
import static io.tanlian.verifier.material.RecycledClaims.preConsumer;
import static io.tanlian.verifier.material.RecycledClaims.primary;
import static io.tanlian.verifier.material.RecycledClaims.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.material.RecoveryStage;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.rulepack.Indicator;
import io.tanlian.contracts.rulepack.RulePack;
import io.tanlian.contracts.rulepack.RulePacks;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;

class ContentJudgementTest {

  @Test
  void both_recycled_origins_count_together_and_primary_material_does_not() {
    RecycledContentClaim claim =
        RecycledClaims.of(
            allocated(preConsumer("Co", "10"), postConsumer("Co", "6"), primary("Co", "50")),
            whole("Co", Boundary.ACTIVE_MATERIALS, "100"));
    assertThat(verdict(claim, "eu-2023-1542-2031", "Co")).satisfies(met("16", "100"));
  }

  @Test
  void what_meets_2031_may_miss_2036_and_hears_by_how_much() {
    RecycledContentClaim claim =
        RecycledClaims.of(
            allocated(postConsumer("Ni", "100")), whole("Ni", Boundary.ACTIVE_MATERIALS, "1000"));
    assertThat(verdict(claim, "eu-2023-1542-2031", "Ni")).isInstanceOf(Verdict.Met.class);
    assertThat(verdict(claim, "eu-2023-1542-2036", "Ni"))
        .isInstanceOfSatisfying(
            Verdict.Missed.class,
            missed ->
                assertThat(missed.shortfall(new BigDecimal("0.15"))).isEqualByComparingTo("50"));
  }

  @Test
  void a_threshold_is_met_at_the_gram_and_missed_one_gram_below() {
    assertThat(verdict(lithium("60"), "eu-2023-1542-2031", "Li")).isInstanceOf(Verdict.Met.class);
    assertThat(verdict(lithium("59.999"), "eu-2023-1542-2031", "Li"))
        .isInstanceOfSatisfying(
            Verdict.Missed.class,
            missed -> assertThat(missed.share().percent()).isEqualByComparingTo("5.99"));
  }

  @Test
  void what_is_allocated_counts_in_however_many_allocations_it_stands() {
    Random random = new Random(20_261_121L);
    for (int i = 0; i < 500; i++) {
      int grams = 1 + random.nextInt(99_998);
      RecycledContentClaim cut =
          RecycledClaims.cut(
              allocated(postConsumer("Li", kilograms(grams))),
              allocated(preConsumer("Li", kilograms(100_000 - grams))),
              whole("Li", Boundary.ACTIVE_MATERIALS, "1000"));
      assertThat(verdict(cut, "eu-2023-1542-2031", "Li")).satisfies(met("100.000", "1000"));
    }
  }

  @Test
  void active_materials_are_the_eu_s_boundary_for_nickel_and_the_product_for_lead() {
    RecycledContentClaim claim =
        RecycledClaims.of(
            allocated(postConsumer("Ni", "70"), postConsumer("Pb", "900")),
            whole("Ni", Boundary.ACTIVE_MATERIALS, "1000"),
            whole("Ni", Boundary.PRODUCT, "2000"),
            whole("Pb", Boundary.PRODUCT, "1000"));
    assertThat(verdict(claim, "eu-2023-1542-2031", "Ni")).satisfies(met("70", "1000"));
    assertThat(verdict(claim, "eu-2023-1542-2031", "Pb")).satisfies(met("900", "1000"));
  }

  @Test
  void a_share_of_the_product_is_not_compared_with_one_of_the_active_materials() {
    RecycledContentClaim claim =
        RecycledClaims.of(
            allocated(postConsumer("Ni", "900")), whole("Ni", Boundary.PRODUCT, "1000"));
    assertThat(verdict(claim, "eu-2023-1542-2031", "Ni"))
        .isEqualTo(
            new Verdict.NotJudged(
                "the claim states the whole mass in product, not in activeMaterials:"
                    + " two boundaries cannot be compared"));
  }

  @Test
  void a_material_that_is_not_claimed_is_not_judged() {
    assertThat(verdict(lithium("60"), "eu-2023-1542-2031", "Co"))
        .isEqualTo(new Verdict.NotJudged("the claim says nothing of it"));
  }

  @Test
  void a_material_that_is_claimed_with_nothing_allocated_misses() {
    RecycledContentClaim claim =
        RecycledClaims.of(
            allocated(postConsumer("Ni", "70")),
            whole("Ni", Boundary.ACTIVE_MATERIALS, "1000"),
            whole("Co", Boundary.ACTIVE_MATERIALS, "100"));
    assertThat(verdict(claim, "eu-2023-1542-2031", "Co")).isInstanceOf(Verdict.Missed.class);
  }

  @Test
  void more_recycled_than_there_is_never_meets_a_threshold() {
    assertThat(verdict(lithium("1000.001"), "eu-2023-1542-2031", "Li"))
        .isInstanceOfSatisfying(
            Verdict.NotJudged.class,
            notJudged -> assertThat(notJudged.reason()).contains("1000.001", "more than all 1000"));
  }

  @Test
  void china_s_targets_are_judged_in_the_product() {
    RecycledContentClaim claim =
        RecycledClaims.of(
            allocated(postConsumer("aluminium", "30"), postConsumer("copper", "29.9")),
            whole("aluminium", Boundary.PRODUCT, "100"),
            whole("copper", Boundary.PRODUCT, "100"));
    assertThat(verdict(claim, "cn-2025-21-materials", "aluminium")).satisfies(met("30", "100"));
    assertThat(verdict(claim, "cn-2025-21-materials", "copper")).isInstanceOf(Verdict.Missed.class);
  }

  @Test
  void a_pack_of_anyone_s_own_is_judged_without_any_code() {
    RulePack pack =
        pack(
            """
            {"id": "made-up-steelworks", "version": "7", "title": "Made up", "titleZh": "虚构",
             "applies": "always", "sources": [{"title": "Nobody", "published": "2026"}],
             "criteria": [{"indicator": "recycledContent", "boundary": "product",
                           "material": "steel", "atLeast": "0.22"}]}
            """);
    assertThat(verdict(steel("219"), pack, "steel"))
        .isInstanceOfSatisfying(
            Verdict.Missed.class,
            missed -> assertThat(missed.share().percent()).isEqualByComparingTo("21.9"));
    assertThat(verdict(steel("220"), pack, "steel")).satisfies(met("220", "1000"));
  }

  @Test
  void recovery_rates_and_recycled_content_are_judged_from_different_statements() {
    assertThat(verdict(lithium("60"), "cn-2025-21", "Li"))
        .isEqualTo(new Verdict.NotJudged("a recovery rate is judged by recoveries, not by claims"));
    PackResult recovered =
        new RecoveryJudgement(
                List.of(
                    Recoveries.of(
                        RecoveryStage.METALLURGICAL,
                        Map.of("Li", "100"),
                        Recoveries.sold("salt", Map.of("Li", "95")))))
            .by(pack("eu-2023-1542-2031", Indicator.RECYCLED_CONTENT));
    assertThat(recovered.results())
        .extracting(PackResult.CriterionResult::verdict)
        .containsOnly(new Verdict.NotJudged("recycled content is judged by claims of it"));
  }

  @Test
  void recycled_content_says_nothing_of_renewable_electricity() {
    assertThat(verdict(steel("220"), "cn-2025-21-energy", "aluminium"))
        .isEqualTo(
            new Verdict.NotJudged(
                "a renewable share of electricity is judged by claims of it, which cancel certificates"));
  }

  private static RecycledContentClaim lithium(String recycled) {
    return RecycledClaims.of(
        allocated(postConsumer("Li", recycled)), whole("Li", Boundary.ACTIVE_MATERIALS, "1000"));
  }

  private static RecycledContentClaim steel(String recycled) {
    return RecycledClaims.of(
        allocated(preConsumer("steel", recycled)), whole("steel", Boundary.PRODUCT, "1000"));
  }

  private static ThrowingConsumer<Verdict> met(String part, String whole) {
    return verdict ->
        assertThat(verdict)
            .isInstanceOfSatisfying(
                Verdict.Met.class,
                met -> {
                  assertThat(met.share().part()).isEqualByComparingTo(part);
                  assertThat(met.share().whole()).isEqualByComparingTo(whole);
                });
  }

  private static Verdict verdict(RecycledContentClaim claim, String pack, String material) {
    return verdict(
        claim,
        RulePacks.all().stream().filter(one -> one.id().equals(pack)).findFirst().orElseThrow(),
        material);
  }

  /** Of the last criterion on the material: in packs with both, contents follow recovery rates. */
  private static Verdict verdict(RecycledContentClaim claim, RulePack pack, String material) {
    return new ContentJudgement(claim)
        .by(pack).results().stream()
            .filter(one -> one.criterion().material().code().equals(material))
            .reduce((_, last) -> last)
            .orElseThrow()
            .verdict();
  }

  /** The pack with the criteria of one indicator only. */
  private static RulePack pack(String id, Indicator indicator) {
    RulePack whole =
        RulePacks.all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    return new RulePack(
        whole.id(),
        whole.version(),
        whole.title(),
        whole.titleZh(),
        whole.applies(),
        whole.sources(),
        whole.criteria().stream().filter(criterion -> criterion.indicator() == indicator).toList());
  }

  private static RulePack pack(String json) {
    return switch (StrictJson.parse(json).then(RulePack::parse)) {
      case Outcome.Accepted<RulePack>(RulePack pack) -> pack;
      case Outcome.Refused<RulePack>(var problems) -> throw new AssertionError(problems);
    };
  }

  private static String kilograms(int grams) {
    return BigDecimal.valueOf(grams, 3).toPlainString();
  }
}
