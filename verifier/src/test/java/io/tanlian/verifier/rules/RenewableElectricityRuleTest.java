package io.tanlian.verifier.rules;

import static io.tanlian.verifier.energy.Certificates.YEAR;
import static io.tanlian.verifier.energy.Certificates.claim;
import static io.tanlian.verifier.energy.Certificates.correction;
import static io.tanlian.verifier.energy.Certificates.generated;
import static io.tanlian.verifier.energy.Certificates.generation;
import static io.tanlian.verifier.energy.Certificates.period;
import static io.tanlian.verifier.energy.Certificates.transfer;
import static io.tanlian.verifier.energy.Certificates.use;
import static io.tanlian.verifier.energy.Certificates.wind;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.energy.EnergySource;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.Period;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.stock.Market;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RenewableElectricityRuleTest {
  private static final String AT = " /credentialSubject";
  private static final String SMELTER = "urn:example:smelter";

  private final Market market = new Market();
  private final Company maker = market.seller;
  private final StatementId wind = market.append(maker, wind("GO1", "1000"));

  @Test
  void what_is_claimed_is_used_up() {
    market.append(maker, claim("5000", use(wind, "999.999")));

    assertThat(market.findings(maker, transfer(wind, market.buyer.id(), "1")))
        .containsExactly(
            "energy.exceeds-certificate%s/certificate: 1 kWh are asked for, 0.001 kWh are left of %s"
                .formatted(AT, wind));
  }

  @Test
  void every_certificate_is_the_claimant_s_and_on_the_ledger() {
    StatementId nowhere = new StatementId(UUID.randomUUID());
    StatementId sold = market.append(maker, transfer(wind, market.buyer.id(), "10"));

    assertThat(
            market.findings(
                maker, claim("5000", use(wind, "1"), use(sold, "1"), use(nowhere, "1"))))
        .containsExactly(
            "energy.not-yours%s/cancellations/1: %s is not a certificate of %s"
                .formatted(AT, sold, maker.id()),
            "energy.certificate-unknown%s/cancellations/2: %s brought no certificate to this ledger at an earlier index"
                .formatted(AT, nowhere));
    assertThat(market.findings(market.buyer, claim("5000", use(sold, "10")))).isEmpty();
  }

  @Test
  void nuclear_electricity_is_recorded_but_counts_for_no_renewable_share() {
    StatementId nuclear =
        market.append(maker, generated(generation(EnergySource.NUCLEAR, YEAR), "GO2", "1000"));

    assertThat(market.findings(maker, claim("5000", use(nuclear, "1"))))
        .containsExactly(
            "energy.not-renewable%s/cancellations/0: nuclear electricity is not renewable"
                .formatted(AT));
  }

  @Test
  void electricity_is_generated_in_the_twelve_months_before_the_period_ends() {
    Period june = period("2025-06-01", "2025-06-30");

    assertThat(cancelledIn(june, period("2024-07-01", "2025-06-30"))).isEmpty();
    assertThat(cancelledIn(june, period("2024-06-30", "2024-07-31")))
        .contains(
            "It was generated in 2024-06-30 to 2024-07-31, what is cancelled for 2025-06-01 to 2025-06-30 is generated from 2024-07-01 to 2025-06-30");
    assertThat(cancelledIn(june, period("2025-06-01", "2025-07-01")))
        .contains("energy.period-misfit /credentialSubject/cancellations/0");
    assertThat(cancelledIn(YEAR, YEAR)).isEmpty();
  }

  private String cancelledIn(Period claimed, Period generated) {
    String number = "P" + market.world.statements().size();
    StatementId solar =
        market.append(maker, generated(generation(EnergySource.SOLAR, generated), number, "10"));
    return String.join(
        "\n", market.findings(maker, claim(SMELTER, "aluminium", claimed, "10", use(solar, "1"))));
  }

  @Test
  void a_period_is_over_before_it_is_claimed_for() {
    Claim november =
        claim(SMELTER, "aluminium", period("2025-12-01", "2026-11-22"), "5000", use(wind, "1"));

    assertThat(market.findings(maker, november))
        .contains(
            "energy.period-misfit%s/period/last: The period ends on 2026-11-22, the exchange took the statement on 2026-11-21"
                .formatted(AT));
  }

  @Test
  void a_period_of_a_step_at_a_plant_is_claimed_for_once_by_a_company() {
    Claim first = claim("5000", use(wind, "1"));
    StatementId claimed = market.append(maker, first);
    Claim december =
        claim(
            "URN:Example:smelter",
            "aluminium",
            period("2025-12-31", "2025-12-31"),
            "50",
            use(wind, "1"));

    assertThat(market.findings(maker, december))
        .contains(
            "energy.period-claimed%s/period: %s at index 7 claims for aluminium at URN:Example:smelter in 2025 already"
                .formatted(AT, claimed));
    assertThat(market.findings(maker, claim(SMELTER, "anodes", YEAR, "50", use(wind, "1"))))
        .isEmpty();
    assertThat(
            market.findings(
                maker, claim("urn:example:other", "aluminium", YEAR, "50", use(wind, "1"))))
        .isEmpty();
  }

  @Test
  void a_corrected_claim_gives_back_what_it_cancelled_and_its_period() {
    Claim said = claim("5000", use(wind, "1000"));
    StatementId wrong = market.append(maker, said);
    market.append(maker, correction(wrong, said));

    assertThat(market.findings(maker, claim("4000", use(wind, "1000")))).isEmpty();
    assertThat(market.findings(maker, correction(wrong, said)))
        .containsExactly(
            "reference.corrected%s/statement: %s was corrected at index 8 already"
                .formatted(AT, wrong));
  }

  @Test
  void a_claim_is_corrected_by_repeating_it() {
    StatementId wrong = market.append(maker, claim("5000", use(wind, "1000")));

    assertThat(market.findings(maker, correction(wrong, claim("5000", use(wind, "999.999")))))
        .containsExactly(
            "energy.correction-misfit%s: What is repeated is not what %s says"
                .formatted(AT, wrong));
  }
}
