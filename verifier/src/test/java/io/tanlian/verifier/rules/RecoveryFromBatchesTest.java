package io.tanlian.verifier.rules;

import static io.tanlian.verifier.stock.Batches.IDENTITY_PRESERVED;
import static io.tanlian.verifier.stock.Batches.MASS_BALANCE;
import static io.tanlian.verifier.stock.Batches.old;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.FeedLot;
import io.tanlian.verifier.stock.Batches;
import io.tanlian.verifier.stock.Market;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryFromBatchesTest {
  private static final String REFUSAL =
      "material.exceeds-input /credentialSubject/recovered: %s kg of postConsumer Ni come out, %s kg went in";

  private final Market market = new Market();
  private final BatchId waste =
      market.collected(market.seller, MASS_BALANCE, Batches.waste("w", "1000", old("Ni", "200")));
  private final FeedLot fromBatch = Market.feed(waste, "1000", old("Ni", "200"));
  private final FeedLot fromElsewhere = Market.feed("500", old("Ni", "100"));

  @Test
  void what_is_taken_from_a_batch_does_not_grow_by_being_weighed_again() {
    assertThat(recovering("200", fromBatch)).isEmpty();
    assertThat(recovering("200.001", fromBatch))
        .containsExactly(REFUSAL.formatted("200.001", "200"));
  }

  @Test
  void what_was_not_on_the_ledger_before_may_weigh_a_two_hundredth_more() {
    assertThat(recovering("300.5", fromBatch, fromElsewhere)).isEmpty();
    assertThat(recovering("300.501", fromBatch, fromElsewhere))
        .containsExactly(REFUSAL.formatted("300.501", "300"));
  }

  @Test
  void custody_does_not_get_stricter_by_a_recovery() {
    assertThat(
            market.findings(
                market.seller,
                Market.recovery(
                    CustodyModel.SEGREGATED,
                    List.of(fromElsewhere, fromBatch),
                    Batches.of("r", "1000", old("Ni", "1")))))
        .containsExactly(
            "material.custody-broken /credentialSubject/custody: %s is kept under massBalance, which cannot become segregated"
                .formatted(waste));
  }

  @Test
  void of_batches_kept_apart_only_what_is_to_be_recovered_is_named() {
    List<FeedLot> feed = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      feed.add(
          Market.feed(
              market.collected(
                  market.seller,
                  IDENTITY_PRESERVED,
                  Batches.waste("w" + i, "1000", old("Ni", "200"), old("Al", "100"))),
              "1000",
              old("Ni", "200")));
    }

    assertThat(
            market.findings(
                market.seller,
                Market.recovery(
                    CustodyModel.IDENTITY_PRESERVED,
                    feed,
                    Batches.of("r", "1000", old("Ni", "390")))))
        .isEmpty();
  }

  private List<String> recovering(String out, FeedLot... feed) {
    return market.findings(
        market.seller,
        Market.recovery(
            CustodyModel.MASS_BALANCE, List.of(feed), Batches.waste("r", "1000", old("Ni", out))));
  }
}
