package io.tanlian.verifier.rules;

import static io.tanlian.verifier.stock.Batches.MASS_BALANCE;
import static io.tanlian.verifier.stock.Batches.SEGREGATED;
import static io.tanlian.verifier.stock.Batches.old;
import static io.tanlian.verifier.stock.Batches.salt;
import static io.tanlian.verifier.stock.Batches.use;
import static io.tanlian.verifier.stock.Batches.virgin;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.BatchSource;
import io.tanlian.verifier.stock.Batches;
import io.tanlian.verifier.stock.Market;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchCompositionTest {
  private static final Batch HYDRATE = salt("s", "883.106", "NiSO4.6H2O", old("Ni", "197.2"));
  private static final Batch NOT_DRY = salt("s", "883.106", "NiSO4.6H2O", old("Ni", "334.9"));
  private static final String MISFIT =
      "/contents: 883.106 kg of NiSO4.6H2O hold 197.2 kg of Ni, not 334.9 kg; it would fit NiSO4";

  private final Market market = new Market();

  @Test
  void a_batch_holds_what_its_formula_says() {
    assertThat(
            market.findings(
                market.seller,
                Market.begun(
                    BatchSource.PRIMARY,
                    SEGREGATED,
                    salt("s", "883.106", "NiSO4.6H2O", virgin("Ni", "334.9")))))
        .containsExactly("material.composition-mismatch /credentialSubject/batch" + MISFIT);
  }

  @Test
  void all_origins_of_a_metal_together_are_what_a_formula_says() {
    BatchId source = market.recovered(MASS_BALANCE, Batches.of("a", "1000", old("Ni", "100")));
    BatchId other =
        market.mined(market.seller, MASS_BALANCE, Batches.of("v", "1000", virgin("Ni", "100")));

    assertThat(
            market.findings(
                market.seller,
                Market.process(
                    MASS_BALANCE,
                    List.of(
                        use(source, "1000", old("Ni", "100")),
                        use(other, "972", virgin("Ni", "97.2"))),
                    salt("s", "883.106", "NiSO4.6H2O", old("Ni", "100"), virgin("Ni", "97.2")))))
        .isEmpty();
  }

  @Test
  void each_batch_of_a_processing_is_judged_where_it_stands() {
    BatchId source = market.recovered(MASS_BALANCE, Batches.of("a", "9000", old("Ni", "532.1")));

    assertThat(
            market.findings(
                market.seller,
                Market.process(
                    MASS_BALANCE,
                    List.of(use(source, "9000", old("Ni", "532.1"))),
                    HYDRATE,
                    salt("t", "883.106", "NiSO4.6H2O", old("Ni", "334.9")))))
        .containsExactly("material.composition-mismatch /credentialSubject/batches/1" + MISFIT);
  }

  @Test
  void what_is_handed_over_holds_what_its_formula_says_too() {
    BatchId source = market.recovered(MASS_BALANCE, Batches.of("a", "900", old("Ni", "400")));

    assertThat(
            market.findings(
                market.seller, Market.offer(market.buyer, source, MASS_BALANCE, NOT_DRY)))
        .containsExactly("material.composition-mismatch /credentialSubject/batch" + MISFIT);
  }

  @Test
  void a_formula_that_is_none_is_refused_with_its_place() {
    assertThat(
            market.findings(
                market.seller,
                Market.begun(
                    BatchSource.PRIMARY, SEGREGATED, salt("s", "10", "NiSo4", virgin("Ni", "1")))))
        .singleElement()
        .asString()
        .startsWith("material.formula-unknown /credentialSubject/batch/compound: ");
  }
}
