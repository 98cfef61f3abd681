package io.tanlian.verifier.material;

import static io.tanlian.verifier.energy.Certificates.YEAR;
import static io.tanlian.verifier.energy.Certificates.claim;
import static io.tanlian.verifier.energy.Certificates.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.rulepack.RulePack;
import io.tanlian.contracts.rulepack.RulePacks;
import io.tanlian.contracts.statement.Claim;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ElectricityJudgementTest {
  private static final BigDecimal AT_LEAST = new BigDecimal("0.30");
  private static final StatementId WIND = new StatementId(UUID.randomUUID());

  @Test
  void three_tenths_of_the_electricity_of_aluminium_are_to_be_renewable() {
    Verdict.Met met = (Verdict.Met) smelter("10000000", "3120000");

    assertThat(met.share().percent()).isEqualByComparingTo("31.2");
    assertThat(smelter("10000000", "3000000")).isInstanceOf(Verdict.Met.class);
  }

  @Test
  void a_miss_tells_how_many_kilowatt_hours_are_missing() {
    Verdict.Missed missed = (Verdict.Missed) smelter("10000000", "2990000");

    assertThat(missed.share().percent()).isEqualByComparingTo("29.9");
    assertThat(missed.shortfall(AT_LEAST)).isEqualByComparingTo("10000");
  }

  @Test
  void a_watt_hour_is_not_rounded_away() {
    Verdict.Missed missed = (Verdict.Missed) smelter("10000000", "2999999.999");

    assertThat(missed.share().percent()).isEqualByComparingTo("29.99");
    assertThat(missed.shortfall(AT_LEAST)).isEqualByComparingTo("0.001");
  }

  @Test
  void the_electricity_of_another_step_is_another_matter() {
    assertThat(verdict(claim("urn:example:foil", "foil", YEAR, "10", use(WIND, "5")), "energy"))
        .isEqualTo(
            new Verdict.NotJudged("the claim is about the electricity of foil, not of aluminium"));
  }

  @Test
  void a_claim_of_electricity_says_nothing_of_material() {
    assertThat(verdict(claim("10", use(WIND, "5")), "materials"))
        .isEqualTo(new Verdict.NotJudged("recycled content is judged by claims of it"));
  }

  private static Verdict smelter(String consumed, String cancelled) {
    return verdict(claim(consumed, use(WIND, cancelled)), "energy");
  }

  private static Verdict verdict(Claim claim, String pack) {
    RulePack rulePack =
        RulePacks.all().stream()
            .filter(known -> known.id().equals("cn-2025-21-" + pack))
            .findFirst()
            .orElseThrow();
    return new ElectricityJudgement(((Claim.Cancelled) claim).electricity())
        .by(rulePack)
        .results()
        .getFirst()
        .verdict();
  }
}
