package io.tanlian.verifier.rules;

import static io.tanlian.verifier.stock.Batches.SEGREGATED;
import static io.tanlian.verifier.stock.Batches.old;
import static io.tanlian.verifier.stock.Batches.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.ProcessingUse;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.stock.Batches;
import io.tanlian.verifier.stock.Market;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WasteRuleTest {
  private static final Batch AS_WASTE = Batches.waste("b", "10", old("Ni", "5"));
  private static final Batch AS_MATERIAL = Batches.of("b", "10", old("Ni", "5"));

  private final Market market = new Market();
  private final Company seller = market.seller;

  @Nested
  class Waste {
    private final BatchId batch =
        market.collected(seller, SEGREGATED, Batches.waste("a", "100", old("Ni", "50")));
    private final Allocation some = use(batch, "10", old("Ni", "5"));
    private final String refusal =
        "material.not-recovered %s: " + batch + " is waste, or still to be recovered from";

    @Test
    void backs_no_recycled_content() {
      Claim claim = claiming("0.5", some);

      assertThat(market.findings(seller, claim))
          .containsExactly(refusal.formatted("/credentialSubject/allocations/0"));
      assertThat(market.remedies(seller, claim))
          .containsExactly("Claim from what a recovery made of it.");
    }

    @Test
    void does_not_become_material_by_being_called_so() {
      assertThat(market.findings(seller, Market.process(SEGREGATED, List.of(some), AS_MATERIAL)))
          .containsExactly(refusal.formatted("/credentialSubject/allocations/0"));
      assertThat(market.findings(seller, Market.made(SEGREGATED, AS_MATERIAL, some)))
          .containsExactly(refusal.formatted("/credentialSubject/allocations/0"));
      assertThat(
              market.findings(seller, Market.offer(market.buyer, batch, SEGREGATED, AS_MATERIAL)))
          .containsExactly(refusal.formatted("/credentialSubject/source"));
    }

    @Test
    void is_handed_over_and_sorted_as_waste() {
      assertThat(market.findings(seller, Market.process(SEGREGATED, List.of(some), AS_WASTE)))
          .isEmpty();
      assertThat(market.findings(seller, Market.made(SEGREGATED, AS_WASTE, some))).isEmpty();

      BatchId offered =
          market.append(seller, Market.offer(market.buyer, batch, SEGREGATED, AS_WASTE), "b");
      assertThat(market.findings(market.buyer, Market.acceptance(offered, SEGREGATED, AS_MATERIAL)))
          .containsExactly(
              refusal
                  .replace(batch.toString(), offered.toString())
                  .formatted("/credentialSubject/source"));
      assertThat(market.findings(market.buyer, Market.acceptance(offered, SEGREGATED, AS_WASTE)))
          .isEmpty();
    }

    @Test
    void becomes_material_by_a_recovery() {
      BatchId recovered =
          market.append(seller, recovering(batch, Batches.of("r", "4", old("Ni", "4"))), "r");

      assertThat(market.findings(seller, claiming("0.4", use(recovered, "4", old("Ni", "4")))))
          .isEmpty();
    }

    @Test
    void of_which_only_the_next_stage_makes_material_backs_nothing_either() {
      BatchId blackMass =
          market.append(
              seller,
              recovering(batch, Batches.waste("black mass", "8", old("Ni", "5"))),
              "black mass");

      assertThat(market.findings(seller, claiming("0.5", use(blackMass, "8", old("Ni", "5")))))
          .containsExactly(
              "material.not-recovered /credentialSubject/allocations/0: %s is waste, or still to be recovered from"
                  .formatted(blackMass));
    }
  }

  @Nested
  class A_second_life {
    @Test
    void recovers_nothing_even_of_recovered_material() {
      BatchId batch = market.recovered(SEGREGATED, Batches.of("a", "100", old("Ni", "50")));
      Claim claim = secondLife(batch, AS_MATERIAL);

      assertThat(market.findings(seller, claim))
          .containsExactly(
              "material.not-recovered /credentialSubject/batches: A battery in its second life is no recovered material");
      assertThat(market.remedies(seller, claim))
          .containsExactly("State replacesPrimary as false; recover the battery when it is spent.");
    }

    @Test
    void is_told_apart_from_production_and_ends_in_a_recovery() {
      BatchId batch =
          market.collected(seller, SEGREGATED, Batches.waste("a", "100", old("Ni", "50")));
      BatchId again = market.append(seller, secondLife(batch, AS_WASTE), "b");

      assertThat(market.findings(seller, claiming("0.5", use(again, "10", old("Ni", "5")))))
          .hasSize(1);
      assertThat(market.findings(seller, recovering(again, Batches.of("r", "5", old("Ni", "5")))))
          .isEmpty();
    }

    private static Claim secondLife(BatchId of, Batch out) {
      return Market.process(
          ProcessingUse.SECOND_LIFE,
          SEGREGATED,
          List.of(use(of, "10", old("Ni", "5"))),
          List.of(),
          out);
    }
  }

  private static Claim recovering(BatchId waste, Batch out) {
    return Market.recovery(
        CustodyModel.SEGREGATED, List.of(Market.feed(waste, "10", old("Ni", "5"))), out);
  }

  /** So much of ten kilograms of nickel. */
  private static Claim claiming(String share, Allocation of) {
    return ContentClaims.of(CustodyModel.SEGREGATED, "Ni", "10", share, of);
  }
}
