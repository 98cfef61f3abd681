package io.tanlian.exchange.rollup;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.exchange.Caller;
import io.tanlian.exchange.problem.ProblemDocument;
import io.tanlian.exchange.readmodel.Freshness;
import io.tanlian.footprint.network.Refusal;
import io.tanlian.footprint.rollup.Calculator;
import io.tanlian.footprint.rollup.RollUp;
import io.tanlian.footprint.rollup.RollUpOutcome;
import io.tanlian.footprint.rollup.TreeLimits;
import io.tanlian.ledger.Ledger;
import io.tanlian.verifier.lineage.Activities;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/products/{id}/footprint}: the computed supply-chain footprint of a product. */
@RestController
@Tag(name = "Roll-up")
final class RollUpController {

  private final VisibleNetwork networks;
  private final Freshness freshness;
  private final Ledger ledger;

  RollUpController(VisibleNetwork networks, Freshness freshness, Ledger ledger) {
    this.networks = networks;
    this.freshness = freshness;
    this.ledger = ledger;
  }

  /**
   * The footprint over what the caller may see.
   *
   * @param asOf the ledger at this tree size; now where it is not given. Staleness is judged at the
   *     time of that tree's last entry, so that the answer to the same question never changes while
   *     the caller's grants do not
   */
  @Operation(summary = "Compute a product's footprint from all declarations you may see")
  @ApiResponse(
      responseCode = "200",
      description = "The footprint, what it was computed from and what is missing",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = RollUpView.class)))
  @GetMapping(VisibleNetwork.PATH)
  ResponseEntity<?> footprint(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") String id,
      @RequestParam(required = false) @Nullable Long asOf) {
    long head = freshness.awaitHead();
    long treeSize = asOf == null ? head : asOf;
    if (treeSize < 1 || treeSize > head) {
      return refused(
          Problem.of(
              ProblemCode.REQUEST_INVALID,
              "asOf must be a tree size from 1 to " + head + ", not " + treeSize + ".",
              "Take it from a receipt or from /checkpoint."));
    }
    ProductId product;
    try {
      product = Activities.canonical(ProductId.parse(id));
    } catch (IllegalArgumentException malformed) {
      return refused(
          Problem.of(
              ProblemCode.REQUEST_INVALID,
              String.valueOf(malformed.getMessage()),
              "Name the product by its URN."));
    }
    Optional<VisibleNetwork.Behind> network =
        networks.behind(product, caller.participant(), treeSize);
    if (network.isEmpty()) {
      return refused(
          Problem.of(
              ProblemCode.REQUEST_TOO_LARGE,
              "More than "
                  + VisibleNetwork.DECLARATIONS_MAX
                  + " declarations stand behind this product.",
              "Ask for the footprints of its inputs one by one."));
    }
    Instant judgedAt = asOf == null ? Instant.now() : timeOfLastEntry(treeSize);
    RollUpOutcome outcome =
        new Calculator(network.get().network())
            .rollUp(product, Optional.of(caller.participant()), judgedAt, TreeLimits.DEFAULT);
    return switch (outcome) {
      case RollUp rollUp ->
          ResponseEntity.ok(RollUpView.of(rollUp, network.get().unsigned(), treeSize));
      case RollUpOutcome.Refused(Refusal refusal) -> refused(problem(refusal));
    };
  }

  private Instant timeOfLastEntry(long treeSize) {
    return ledger.entry(treeSize - 1).orElseThrow().entry().time();
  }

  private static Problem problem(Refusal refusal) {
    ProblemCode code =
        refusal instanceof Refusal.NothingDeclared
            ? ProblemCode.REQUEST_NOT_FOUND
            : ProblemCode.FOOTPRINT_NOT_COMPUTABLE;
    return Problem.of(code, refusal.words(), refusal.remedy());
  }

  private static ResponseEntity<ProblemDocument> refused(Problem problem) {
    return ProblemDocument.of(List.of(problem)).answer();
  }
}
