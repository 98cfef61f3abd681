package io.tanlian.verifier.rules;

import static io.tanlian.verifier.stock.Batches.IDENTITY_PRESERVED;
import static io.tanlian.verifier.stock.Batches.MASS_BALANCE;
import static io.tanlian.verifier.stock.Batches.SEGREGATED;
import static io.tanlian.verifier.stock.Batches.credits;
import static io.tanlian.verifier.stock.Batches.old;
import static io.tanlian.verifier.stock.Batches.use;
import static io.tanlian.verifier.stock.Batches.virgin;
import static io.tanlian.verifier.stock.Batches.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.ProcessingUse;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.stock.Batches;
import io.tanlian.verifier.stock.Market;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CustodyRuleTest {
  private static final Custody BOOK_AND_CLAIM = credits(CustodyModel.BOOK_AND_CLAIM, year(2026));
  private static final List<Custody> STRICTEST_FIRST =
      List.of(IDENTITY_PRESERVED, SEGREGATED, MASS_BALANCE, BOOK_AND_CLAIM);
  private static final Batch NICKEL = Batches.of("a", "100", old("Ni", "50"));

  private final Market market = new Market();
  private final Company seller = market.seller;
  private final Company buyer = market.buyer;

  @Test
  void is_kept_or_loosened_but_never_made_stricter() {
    for (Custody before : STRICTEST_FIRST) {
      BatchId batch = market.recovered(before, NICKEL);
      for (Custody next : STRICTEST_FIRST) {
        Claim offer = Market.offer(buyer, batch, next, Batches.of("o", "10", old("Ni", "5")));
        List<String> findings = market.findings(seller, offer);

        if (STRICTEST_FIRST.indexOf(next) >= STRICTEST_FIRST.indexOf(before)) {
          assertThat(findings).isEmpty();
        } else {
          assertThat(findings)
              .containsExactly(
                  "material.custody-broken /credentialSubject/custody: %s is kept under %s, which cannot become %s"
                      .formatted(batch, before.model().wireName(), next.model().wireName()));
        }
      }
    }
  }

  @Test
  void is_not_made_stricter_by_any_statement_that_goes_on_with_a_batch() {
    BatchId batch = market.recovered(MASS_BALANCE, NICKEL);
    Allocation some = use(batch, "10", old("Ni", "5"));
    Batch next = Batches.of("b", "10", old("Ni", "5"));
    String refusal =
        "material.custody-broken /credentialSubject/custody: %s is kept under massBalance, which cannot become segregated";

    assertThat(market.findings(seller, Market.made(SEGREGATED, next, some)))
        .containsExactly(refusal.formatted(batch));
    assertThat(market.findings(seller, Market.process(SEGREGATED, List.of(some), next)))
        .containsExactly(refusal.formatted(batch));
    assertThat(
            market.findings(
                seller, ContentClaims.of(CustodyModel.SEGREGATED, "Ni", "100", "0.05", some)))
        .containsExactly(refusal.formatted(batch));

    BatchId offered = market.append(seller, Market.offer(buyer, batch, MASS_BALANCE, next), "b");
    assertThat(market.findings(buyer, Market.acceptance(offered, SEGREGATED, next)))
        .containsExactly(refusal.formatted(offered));
  }

  @Test
  void that_preserves_identities_takes_one_batch() {
    BatchId one = market.recovered(IDENTITY_PRESERVED, NICKEL);
    BatchId other = market.recovered(IDENTITY_PRESERVED, NICKEL);
    List<Allocation> both =
        List.of(use(one, "10", old("Ni", "5")), use(other, "10", old("Ni", "5")));
    Batch mixed = Batches.of("m", "20", old("Ni", "10"));

    assertThat(market.findings(seller, Market.process(IDENTITY_PRESERVED, both, mixed)))
        .containsExactly(
            "material.custody-broken /credentialSubject/custody: 2 batches become one, which does not preserve their identities");
    assertThat(market.findings(seller, Market.process(SEGREGATED, both, mixed))).isEmpty();
  }

  @Test
  void of_a_claim_may_preserve_the_identities_of_several_batches_which_it_does_not_mix() {
    BatchId one = market.recovered(IDENTITY_PRESERVED, NICKEL);
    BatchId other = market.recovered(IDENTITY_PRESERVED, NICKEL);

    assertThat(
            market.findings(
                seller,
                ContentClaims.of(
                    CustodyModel.IDENTITY_PRESERVED,
                    "Ni",
                    "100",
                    "0.1",
                    use(one, "10", old("Ni", "5")),
                    use(other, "10", old("Ni", "5")))))
        .isEmpty();
  }

  @Nested
  class Of_material_kept_apart {
    private final BatchId mixture =
        market.append(
            seller,
            Market.process(
                SEGREGATED,
                List.of(
                    use(market.recovered(SEGREGATED, NICKEL), "100", old("Ni", "50")),
                    use(
                        market.mined(
                            seller, SEGREGATED, Batches.of("v", "100", virgin("Ni", "50"))),
                        "100",
                        virgin("Ni", "50"))),
                Batches.of("m", "200", old("Ni", "50"), virgin("Ni", "50"))),
            "m");

    @Test
    void a_part_holds_its_share_of_everything() {
      assertThat(
              market.findings(seller, using(use(mixture, "20", old("Ni", "5"), virgin("Ni", "5")))))
          .isEmpty();
    }

    @Test
    void the_recycled_part_alone_is_not_used() {
      assertThat(market.findings(seller, using(use(mixture, "20", old("Ni", "10")))))
          .containsExactly(
              "material.custody-broken /credentialSubject/allocations/0: What is used of %s does not hold what the same mass of the batch holds"
                  .formatted(mixture));
    }

    @Test
    void a_hundredth_more_or_less_is_what_weighing_leaves_open() {
      assertThat(
              market.findings(
                  seller, using(use(mixture, "20", old("Ni", "5.05"), virgin("Ni", "4.95")))))
          .isEmpty();
      assertThat(
              market.findings(
                  seller, using(use(mixture, "20", old("Ni", "5.051"), virgin("Ni", "4.949")))))
          .hasSize(1);
    }

    @Test
    void and_so_is_a_gram_however_little_it_is() {
      assertThat(
              market.findings(
                  seller, using(use(mixture, "0.003", old("Ni", "0.001"), virgin("Ni", "0.001")))))
          .isEmpty();
      assertThat(
              market.findings(
                  seller, using(use(mixture, "0.004", old("Ni", "0.003"), virgin("Ni", "0.001")))))
          .hasSize(1);
    }

    @Test
    void it_is_still_kept_apart_from_before_when_it_goes_on_in_an_account() {
      Claim loosened =
          Market.made(
              MASS_BALANCE,
              Batches.of("l", "20", old("Ni", "10")),
              use(mixture, "20", old("Ni", "10")));

      assertThat(market.findings(seller, loosened)).hasSize(1);
    }

    private static Claim using(Allocation allocation) {
      return Market.process(
          ProcessingUse.PRODUCTION, SEGREGATED, List.of(allocation), allocation.contents());
    }
  }

  @Nested
  class An_account {
    private final BatchId batch = market.recovered(MASS_BALANCE, NICKEL);
    private final Batch some = Batches.of("b", "10", old("Ni", "5"));

    @Test
    void of_a_later_period_does_not_make_credits_live_longer() {
      Custody later = credits(CustodyModel.MASS_BALANCE, year(2027));
      String refusal =
          "material.custody-broken /credentialSubject/account/period: The credits of %s expire on 2027-12-31, those of this account later"
              .formatted(batch);

      assertThat(
              market.findings(seller, Market.made(later, some, use(batch, "10", old("Ni", "5")))))
          .contains(refusal);
      assertThat(market.findings(seller, Market.offer(buyer, batch, later, some)))
          .contains(refusal);
    }

    @Test
    void of_the_buyer_s_begins_a_time_of_its_own() {
      BatchId offered = market.append(seller, Market.offer(buyer, batch, MASS_BALANCE, some), "b");
      Claim acceptance =
          Market.acceptance(offered, credits(CustodyModel.MASS_BALANCE, year(2027)), some);

      assertThat(market.findings(buyer, acceptance, "2027-03-01T00:00:00Z")).isEmpty();
    }
  }

  @Test
  void of_what_is_another_s_is_not_told() {
    BatchId batch =
        market.recovered(MASS_BALANCE, Batches.of("a", "100", old("Ni", "50"), old("Co", "1")));

    assertThat(
            market.findings(
                buyer,
                Market.process(
                    IDENTITY_PRESERVED,
                    List.of(use(batch, "10", old("Ni", "10"))),
                    Batches.of("b", "10", old("Ni", "10")))))
        .containsExactly(
            "material.not-yours /credentialSubject/allocations/0: %s is not a batch of %s"
                .formatted(batch, buyer.id()));
  }
}
