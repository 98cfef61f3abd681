package io.tanlian.verifier.rules;

import static io.tanlian.verifier.stock.Batches.MASS_BALANCE;
import static io.tanlian.verifier.stock.Batches.SEGREGATED;
import static io.tanlian.verifier.stock.Batches.old;
import static io.tanlian.verifier.stock.Batches.use;
import static io.tanlian.verifier.stock.Batches.virgin;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.material.ProcessingUse;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.stock.Batches;
import io.tanlian.verifier.stock.Market;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixtureRuleTest {
  private static final String REFUSAL =
      "material.custody-broken /credentialSubject/batches/%d/contents: %s kg of %s kg of Ni that come out are %s, of what goes in %s kg of %s kg";

  private final Market market = new Market();
  private final List<Allocation> both =
      List.of(
          use(
              market.recovered(SEGREGATED, Batches.of("a", "100", old("Ni", "30"))),
              "100",
              old("Ni", "30")),
          use(
              market.mined(market.seller, SEGREGATED, Batches.of("v", "100", virgin("Ni", "60"))),
              "100",
              virgin("Ni", "60")));

  @Test
  void every_batch_holds_its_share_of_each_origin() {
    assertThat(
            findings(
                SEGREGATED,
                List.of(),
                Batches.of("one", "60", old("Ni", "10"), virgin("Ni", "20")),
                Batches.of("other", "120", old("Ni", "20"), virgin("Ni", "40"))))
        .isEmpty();
  }

  @Test
  void what_was_mixed_does_not_come_out_apart() {
    assertThat(
            findings(
                SEGREGATED,
                List.of(),
                Batches.of("green", "60", old("Ni", "30")),
                Batches.of("grey", "120", virgin("Ni", "60"))))
        .containsExactlyInAnyOrder(
            REFUSAL.formatted(0, "30", "30", "postConsumer", "30", "90"),
            REFUSAL.formatted(0, "0", "30", "primary", "60", "90"),
            REFUSAL.formatted(1, "0", "60", "postConsumer", "30", "90"),
            REFUSAL.formatted(1, "60", "60", "primary", "60", "90"));
  }

  @Test
  void nor_is_only_one_origin_lost() {
    assertThat(
            findings(
                SEGREGATED,
                List.of(virgin("Ni", "60")),
                Batches.of("green", "60", old("Ni", "30"))))
        .hasSize(2);
  }

  @Test
  void a_hundredth_and_a_gram_are_what_weighing_leaves_open() {
    assertThat(
            findings(
                SEGREGATED,
                List.of(old("Ni", "29.999"), virgin("Ni", "59.999")),
                Batches.of("dust", "1", old("Ni", "0.001"), virgin("Ni", "0.001"))))
        .isEmpty();
    assertThat(
            findings(
                SEGREGATED,
                List.of(virgin("Ni", "0.8")),
                Batches.of("b", "200", old("Ni", "30"), virgin("Ni", "59.2"))))
        .isEmpty();
    assertThat(
            findings(
                SEGREGATED,
                List.of(virgin("Ni", "2")),
                Batches.of("b", "200", old("Ni", "30"), virgin("Ni", "58"))))
        .isNotEmpty();
  }

  @Test
  void credits_are_shared_out_as_their_owner_likes() {
    assertThat(
            findings(
                MASS_BALANCE,
                List.of(),
                Batches.of("green", "60", old("Ni", "30")),
                Batches.of("grey", "120", virgin("Ni", "60"))))
        .isEmpty();
  }

  private List<String> findings(Custody custody, List<Content> lost, Batch... out) {
    Claim claim = Market.process(ProcessingUse.PRODUCTION, custody, both, lost, out);
    return market.findings(market.seller, claim);
  }
}
