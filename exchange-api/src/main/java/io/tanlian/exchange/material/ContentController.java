package io.tanlian.exchange.material;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.rulepack.Indicator;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.exchange.problem.QueryRefused;
import io.tanlian.ledger.Ledger;
import io.tanlian.verifier.material.ContentJudgement;
import io.tanlian.verifier.stock.Holding;
import io.tanlian.verifier.trace.ContentSources;
import io.tanlian.verifier.trace.Moved;
import io.tanlian.verifier.trace.Trace;
import io.tanlian.verifier.trace.Walk;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/recycled-content/{claim}}: a claim, where it comes from, and its proof. */
@RestController
@Tag(name = "Material")
final class ContentController {
  /** Of one answer. */
  static final int STEPS_MAX = 20_000;

  /** Up to two kilobytes each: with ten thousand sources a client can still read the answer. */
  static final int PROOFS_MAX = 800;

  private final LedgerMaterial material;
  private final TreeSizes treeSizes;
  private final Ledger ledger;

  ContentController(LedgerMaterial material, TreeSizes treeSizes, Ledger ledger) {
    this.material = material;
    this.treeSizes = treeSizes;
    this.ledger = ledger;
  }

  /** The claim, walked back to the recoveries it rests on. */
  @Operation(
      summary = "Compute a product's recycled content from a claim's allocations, with proof",
      description = "Judged by the rule packs on the ledger, the last version of each.")
  @GetMapping("/v1/recycled-content/{claim}")
  ContentView content(
      @PathVariable("claim") String claim, @RequestParam(required = false) @Nullable Long asOf) {
    LedgerMaterial.AsOf records = material.asOf(treeSizes.of(asOf));
    StatementId id = QueryValue.of("claim", claim, StatementId::parse);
    Moved claimed = claimed(records, id);
    Trace trace = Walk.backward(records, Set.of(id), STEPS_MAX);
    OptionalLong correctedAt =
        records.holding(id).map(Holding::correctedAt).orElseGet(OptionalLong::empty);
    return ContentView.of(
        claimed,
        correctedAt,
        verdicts(records, claimed),
        trace.complete() ? ContentSources.of(id, trace) : List.of(),
        trace.complete() && trace.steps().size() <= PROOFS_MAX,
        trace.steps().stream()
            .skip(Math.max(0, trace.steps().size() - PROOFS_MAX))
            .map(step -> proof(step.moved()))
            .toList(),
        records.treeSize());
  }

  private static Moved claimed(LedgerMaterial.AsOf records, StatementId id) {
    return records.statements(Set.of(id)).stream()
        .filter(moved -> moved.statement().claim() instanceof Claim.Claimed)
        .findFirst()
        .orElseThrow(() ->
            QueryRefused.notFound(
                "%s is no claim of recycled content.".formatted(id),
                "Take the claim's id from its receipt; asOf may be before it."));
  }

  private static List<VerdictView> verdicts(LedgerMaterial.AsOf records, Moved claimed) {
    ContentJudgement judgement =
        new ContentJudgement(((Claim.Claimed) claimed.statement().claim()).content());
    return RulePackController.newest(records).stream()
        .flatMap(pack -> VerdictView.of(judgement.by(pack), Indicator.RECYCLED_CONTENT).stream())
        .toList();
  }

  private ContentView.ProofView proof(Moved moved) {
    return ContentView.ProofView.of(moved, ledger.receipt(moved.index()).orElseThrow().format());
  }
}
