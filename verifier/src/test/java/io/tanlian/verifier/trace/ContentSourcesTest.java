package io.tanlian.verifier.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.Processing;
import io.tanlian.contracts.material.ProcessingUse;
import io.tanlian.contracts.material.RecoveryStage;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.verifier.material.Recoveries;
import io.tanlian.verifier.stock.Movement;
import io.tanlian.verifier.trace.ContentSources.Source;
import io.tanlian.verifier.trace.Trace.Step;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContentSourcesTest {
  private static final String LOT = "sold";
  private final List<Step> steps = new ArrayList<>();

  @Test
  void parts_that_are_no_whole_grams_add_up_to_what_is_used_all_the_same() {
    List<Allocation> recovered =
        List.of(all(of(recovery("1"))), all(of(recovery("1"))), all(of(recovery("1"))));
    StatementId mixed = add(processing(recovered, "3"));
    StatementId claim = add(claiming(allocation(of(mixed), "0.1")));
    List<Source> sources = ContentSources.of(claim, new Trace(Direction.BACKWARD, steps, true));
    assertThat(sources.stream().map(Source::kilograms))
        .containsExactlyInAnyOrder(
            new BigDecimal("0.033"), new BigDecimal("0.034"), new BigDecimal("0.033"));
  }

  private StatementId recovery(String nickel) {
    return add(
        new Claim.Recovered(
            Recoveries.of(
                RecoveryStage.METALLURGICAL,
                Map.of("Ni", nickel),
                Recoveries.sold(LOT, Map.of("Ni", nickel)))));
  }

  private static Claim processing(List<Allocation> allocations, String nickel) {
    return new Claim.Processed(
        new Processing(
            ProcessingUse.PRODUCTION,
            new Custody(CustodyModel.SEGREGATED, null),
            allocations,
            List.of(Recoveries.sold(LOT, Map.of("Ni", nickel))),
            List.of()));
  }

  private static Claim claiming(Allocation allocation) {
    return new Claim.Claimed(
        new RecycledContentClaim(
            ProductId.parse("urn:example:cell"),
            new Urn("urn:example:plant:1"),
            Year.of(2026),
            RecyclingMethod.CUT_OFF,
            CustodyModel.SEGREGATED,
            List.of(allocation),
            List.of(),
            List.of(),
            List.of()));
  }

  private StatementId add(Claim claim) {
    Statement statement =
        new Statement(
            new StatementId(UUID.randomUUID()),
            ParticipantId.parse("did:web:recycler.example"),
            Instant.EPOCH,
            "ledger.example",
            claim);
    steps.add(
        new Step(0, new Moved(steps.size(), statement, Movement.of(statement).orElseThrow())));
    return statement.id();
  }

  private static BatchId of(StatementId statement) {
    return new BatchId(statement, LOT);
  }

  private static Allocation all(BatchId batch) {
    return allocation(batch, "1");
  }

  private static Allocation allocation(BatchId batch, String nickel) {
    return new Allocation(
        batch,
        new BigDecimal(nickel),
        List.of(new Content(Material.parse("Ni"), new BigDecimal(nickel), Origin.POST_CONSUMER)));
  }
}
