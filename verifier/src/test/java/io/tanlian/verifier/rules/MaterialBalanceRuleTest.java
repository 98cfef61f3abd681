package io.tanlian.verifier.rules;

import static io.tanlian.verifier.stock.Batches.MASS_BALANCE;
import static io.tanlian.verifier.stock.Batches.old;
import static io.tanlian.verifier.stock.Batches.scrap;
import static io.tanlian.verifier.stock.Batches.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.ProcessingUse;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.stock.Batches;
import io.tanlian.verifier.stock.Market;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MaterialBalanceRuleTest {
  private static final String OUT = "material.unbalanced /credentialSubject/batches: ";

  private final Market market = new Market();
  private final Company seller = market.seller;
  private final BatchId batch =
      market.recovered(MASS_BALANCE, Batches.of("a", "100", old("Ni", "50"), scrap("Ni", "10")));

  @Nested
  class In_a_processing {
    private final Allocation in = use(batch, "100", old("Ni", "50"), scrap("Ni", "10"));

    @Test
    void what_goes_in_comes_out_in_batches_and_losses() {
      assertThat(
              judge(
                  List.of(old("Ni", "0.2"), scrap("Ni", "0.1")),
                  Batches.of("b", "300", old("Ni", "40"), scrap("Ni", "9.9")),
                  Batches.waste("c", "12", old("Ni", "9.8"))))
          .isEmpty();
    }

    @Test
    void a_gram_less_is_to_be_named_as_a_loss() {
      Batch gramLess = Batches.of("b", "100", old("Ni", "49.999"), scrap("Ni", "10"));

      assertThat(judge(List.of(), gramLess))
          .containsExactly(
              OUT + "50 kg of postConsumer Ni go in, 49.999 kg come out, losses included");
      assertThat(market.remedies(seller, claim(List.of(), gramLess)))
          .containsExactly("Correct the masses, or name the rest as a loss.");
      assertThat(judge(List.of(old("Ni", "0.001")), gramLess)).isEmpty();
    }

    @Test
    void a_gram_more_is_made_of_nothing() {
      Batch gramMore = Batches.of("b", "100", old("Ni", "50.001"), scrap("Ni", "10"));

      assertThat(judge(List.of(), gramMore))
          .containsExactly(
              OUT + "50 kg of postConsumer Ni go in, 50.001 kg come out, losses included");
      assertThat(market.remedies(seller, claim(List.of(), gramMore)))
          .containsExactly("Correct the masses, or allocate more.");
    }

    @Test
    void no_origin_turns_into_another_and_no_material_appears() {
      assertThat(judge(List.of(old("Co", "1")), Batches.of("b", "100", old("Ni", "60"))))
          .containsExactly(
              OUT + "0 kg of postConsumer Co go in, 1 kg come out, losses included",
              OUT + "10 kg of preConsumer Ni go in, 0 kg come out, losses included",
              OUT + "50 kg of postConsumer Ni go in, 60 kg come out, losses included");
    }

    @Test
    void all_may_be_lost() {
      assertThat(judge(List.of(old("Ni", "50"), scrap("Ni", "10")))).isEmpty();
    }

    private List<String> judge(List<Content> lost, Batch... out) {
      return market.findings(seller, claim(lost, out));
    }

    private Claim claim(List<Content> lost, Batch... out) {
      return Market.process(ProcessingUse.PRODUCTION, MASS_BALANCE, List.of(in), lost, out);
    }
  }

  @Test
  void a_batch_made_of_others_holds_what_is_allocated_to_it_to_the_gram() {
    Allocation in = use(batch, "10", old("Ni", "5"));
    Claim less = Market.made(MASS_BALANCE, Batches.of("b", "10", old("Ni", "4.999")), in);

    assertThat(
            market.findings(
                seller, Market.made(MASS_BALANCE, Batches.of("b", "10", old("Ni", "5")), in)))
        .isEmpty();
    assertThat(market.findings(seller, less))
        .containsExactly(
            "material.unbalanced /credentialSubject/batch/contents: 5 kg of postConsumer Ni go in, 4.999 kg come out");
    assertThat(market.remedies(seller, less))
        .containsExactly("Correct the masses, or allocate less.");
  }
}
