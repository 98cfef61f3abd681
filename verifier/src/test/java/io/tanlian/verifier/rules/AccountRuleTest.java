package io.tanlian.verifier.rules;

import static io.tanlian.verifier.stock.Batches.MASS_BALANCE;
import static io.tanlian.verifier.stock.Batches.credits;
import static io.tanlian.verifier.stock.Batches.old;
import static io.tanlian.verifier.stock.Batches.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.stock.Batches;
import io.tanlian.verifier.stock.Market;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountRuleTest {
  private static final Custody NEXT_YEAR = credits(CustodyModel.MASS_BALANCE, year(2027));

  private final Market market = new Market();
  private final Batch some = Batches.of("b", "10", old("Ni", "5"));
  private final BatchId offered =
      market.append(
          market.seller,
          Market.offer(market.buyer, market.recovered(MASS_BALANCE, some), MASS_BALANCE, some),
          "b");
  private final Claim acceptance = Market.acceptance(offered, NEXT_YEAR, some);

  @Test
  void takes_credits_once_its_period_has_begun() {
    assertThat(market.findings(market.buyer, acceptance, "2027-01-01T00:00:00Z")).isEmpty();
    assertThat(market.findings(market.buyer, acceptance, "2026-12-30T23:59:59Z"))
        .containsExactly(
            "material.custody-broken /credentialSubject/account/period/first: The account's period begins on 2027-01-01, the exchange took the statement on 2026-12-30");
  }

  @Test
  void may_be_a_day_ahead_of_utc_in_the_east() {
    assertThat(market.findings(market.buyer, acceptance, "2026-12-31T00:00:00Z")).isEmpty();
  }

  @Test
  void of_a_plant_takes_no_credits_of_a_recovery_that_is_still_to_come() {
    assertThat(
            market.findings(
                market.seller,
                Market.recovery(
                    CustodyModel.MASS_BALANCE,
                    List.of(Market.feed("10", old("Ni", "5"))),
                    Batches.of("r", "10", old("Ni", "5"))),
                "2025-12-30T00:00:00Z"))
        .contains(
            "material.custody-broken /credentialSubject/period/first: The account's period begins on 2026-01-01, the exchange took the statement on 2025-12-30");
  }
}
