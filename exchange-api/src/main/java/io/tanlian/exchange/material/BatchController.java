package io.tanlian.exchange.material;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.IdentityCode;
import io.tanlian.exchange.problem.QueryRefused;
import io.tanlian.verifier.state.StatementTags;
import io.tanlian.verifier.stock.Holding;
import io.tanlian.verifier.trace.Direction;
import io.tanlian.verifier.trace.Moved;
import io.tanlian.verifier.trace.Trace;
import io.tanlian.verifier.trace.Walk;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Batches: what is left of them, where they came from, where they went. */
@RestController
@Tag(name = "Material")
final class BatchController {
  /** Of one answer. */
  static final int STEPS_MAX = 20_000;

  private final LedgerMaterial material;
  private final TreeSizes treeSizes;

  BatchController(LedgerMaterial material, TreeSizes treeSizes) {
    this.material = material;
    this.treeSizes = treeSizes;
  }

  /** What a statement brought, and what is left of it. */
  @Operation(summary = "Read the batches a statement brought, and what is left of them")
  @GetMapping("/v1/batches")
  HoldingView batches(
      @RequestParam("statement") String statement,
      @RequestParam(required = false) @Nullable Long asOf) {
    long treeSize = treeSizes.of(asOf);
    StatementId id = QueryValue.of("statement", statement, StatementId::parse);
    return HoldingView.of(holding(id, material.asOf(treeSize)), treeSize);
  }

  /** The way of a batch, or of a battery by its identity code. */
  @Operation(
      summary = "Follow a batch, or a battery by its identity code, backward or forward",
      description = "Name statement, and lot for one of its batches; or identity.")
  @GetMapping("/v1/trace")
  TraceView trace(
      @RequestParam(required = false) @Nullable String statement,
      @RequestParam(required = false) @Nullable String lot,
      @RequestParam(required = false) @Nullable String identity,
      @RequestParam(defaultValue = "backward") String direction,
      @RequestParam(required = false) @Nullable Long asOf) {
    LedgerMaterial.AsOf records = material.asOf(treeSizes.of(asOf));
    List<Moved> start = start(records, statement, identity);
    Direction way = QueryValue.of("direction", direction, Direction::parse);
    return TraceView.of(
        way == Direction.BACKWARD
            ? Walk.backward(
                records, start.stream().map(Moved::id).collect(Collectors.toSet()), STEPS_MAX)
            : Walk.forward(records, batches(start, lot), STEPS_MAX),
        records.treeSize());
  }

  /** Everything that may hold material of a batch. */
  @Operation(
      summary = "Find all products and batches that may hold material of a batch",
      description = "Name statement, and lot for one of its batches; or a battery's identity.")
  @GetMapping("/v1/recall")
  RecallView recall(
      @RequestParam(required = false) @Nullable String statement,
      @RequestParam(required = false) @Nullable String lot,
      @RequestParam(required = false) @Nullable String identity,
      @RequestParam(required = false) @Nullable Long asOf) {
    LedgerMaterial.AsOf records = material.asOf(treeSizes.of(asOf));
    Set<BatchId> from = batches(start(records, statement, identity), lot);
    Trace forward = Walk.forward(records, from, STEPS_MAX);
    Set<StatementId> bringing =
        forward.steps().stream()
            .map(step -> step.moved())
            .filter(moved -> !moved.movement().brings().isEmpty())
            .map(Moved::id)
            .collect(Collectors.toSet());
    return RecallView.of(forward, records.holdings(bringing).values(), records.treeSize());
  }

  private static List<Moved> start(
      LedgerMaterial.AsOf records, @Nullable String statement, @Nullable String identity) {
    List<Moved> start;
    if (statement != null && identity == null) {
      start = records.statements(Set.of(QueryValue.of("statement", statement, StatementId::parse)));
    } else if (statement == null && identity != null) {
      start =
          records.tagged(
              StatementTags.identity(QueryValue.of("identity", identity, IdentityCode::new)),
              _ -> true);
    } else {
      throw QueryRefused.invalid(
          "Name either a statement or an identity.",
          "Add the parameter statement, or the parameter identity, not both.");
    }
    if (start.isEmpty()) {
      throw QueryRefused.notFound(
          "No statement that moves material has this name.",
          "Take the statement's id from its receipt; asOf may be before it.");
    }
    return start;
  }

  private static Set<BatchId> batches(List<Moved> start, @Nullable String lot) {
    Set<BatchId> batches =
        start.stream().flatMap(moved -> batchesOf(moved, lot)).collect(Collectors.toSet());
    if (batches.isEmpty()) {
      throw QueryRefused.notFound(
          "The statement brought no such batch.",
          "See /v1/batches for its lots; a claim uses batches and brings none.");
    }
    return batches;
  }

  private static Stream<BatchId> batchesOf(Moved moved, @Nullable String lot) {
    return moved.movement().brings().stream()
        .map(Batch::lot)
        .filter(name -> lot == null || name.equals(lot))
        .map(name -> new BatchId(moved.id(), name));
  }

  private static Holding holding(StatementId id, LedgerMaterial.AsOf records) {
    return records
        .holding(id)
        .orElseThrow(() ->
            QueryRefused.notFound(
                "%s brought no batch.".formatted(id),
                "Take the statement's id from its receipt; asOf may be before it."));
  }
}
