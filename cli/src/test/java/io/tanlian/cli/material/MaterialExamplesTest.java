package io.tanlian.cli.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Readings;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.MaterialBatch;
import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.contracts.material.Processing;
import io.tanlian.contracts.material.RecoveryDeclaration;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.contracts.material.Transfer;
import io.tanlian.contracts.schema.Schemas;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.stock.Amounts;
import io.tanlian.verifier.stock.RecycledContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that the guide for suppliers tells to copy. */
class MaterialExamplesTest {
  private static final RecoveryDeclaration RECOVERY =
      ((Claim.Recovered) claim("RecoveryDeclaration", "recovery.json")).recovery();
  private static final MaterialBatch BATCH =
      ((Claim.Batched) claim("MaterialBatch", "material-batch.json")).batch();
  private static final Transfer TRANSFER =
      ((Claim.Offered) claim("Transfer", "transfer.json")).transfer();
  private static final Processing PROCESSING =
      ((Claim.Processed) claim("Processing", "processing.json")).processing();
  private static final RecycledContentClaim CONTENT =
      ((Claim.Claimed) claim("RecycledContentClaim", "recycled-content.json")).content();

  private static Claim claim(String type, String file) {
    return Readings.accepted(Claim.parse(type, Readings.example(file)));
  }

  @ParameterizedTest
  @CsvSource({
    "RecoveryDeclaration, recovery.json",
    "MaterialBatch, material-batch.json",
    "Transfer, transfer.json",
    "Processing, processing.json",
    "RecycledContentClaim, recycled-content.json"
  })
  void each_fits_its_schema(String type, String file) {
    assertThat(Schemas.validate(type, Readings.example(file))).isEmpty();
  }

  @Test
  void a_batch_is_no_more_than_the_lot_it_is_made_of() {
    Allocation use = BATCH.allocations().getFirst();
    Batch lot =
        RECOVERY.recovered().stream()
            .filter(recovered -> recovered.lot().equals(use.batch().lot()))
            .findFirst()
            .orElseThrow();
    assertThat(Amounts.of(lot).minus(Amounts.of(use)).isPossible()).isTrue();
    assertThat(Amounts.of(BATCH.batch())).isEqualTo(Amounts.of(use));
    assertThat(BATCH.custody()).isEqualTo(RECOVERY.lots());
  }

  @Test
  void the_batch_is_what_is_transferred_and_processed() {
    assertThat(TRANSFER.source().lot()).isEqualTo(BATCH.batch().lot());
    assertThat(Amounts.of(TRANSFER.batch())).isEqualTo(Amounts.of(BATCH.batch()));
    assertThat(Amounts.of(PROCESSING.allocations().getFirst()))
        .isEqualTo(Amounts.of(TRANSFER.batch()));
  }

  @Test
  void as_much_comes_out_of_the_processing_as_goes_in() {
    Batch made = PROCESSING.batches().getFirst();
    assertThat(Amounts.of(made.contents()).plus(Amounts.of(PROCESSING.losses())))
        .isEqualTo(Amounts.of(PROCESSING.allocations().getFirst().contents()));
  }

  @Test
  void the_claim_uses_what_was_made_and_claims_no_more() {
    Batch made = PROCESSING.batches().getFirst();
    Allocation used = CONTENT.allocations().getFirst();
    assertThat(used.batch().lot()).isEqualTo(made.lot());
    assertThat(Amounts.of(used)).isEqualTo(Amounts.of(made));
    RecycledContent content = RecycledContent.of(CONTENT);
    assertThat(CONTENT.shares())
        .allSatisfy(share ->
            assertThat(
                    content.share(
                        new MaterialOrigin(share.material(), share.origin()), share.boundary()))
                .hasValueSatisfying(most -> assertThat(share.share()).isLessThanOrEqualTo(most)));
  }
}
