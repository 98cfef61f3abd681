package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_BATCH_CORRECTED;
import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_BATCH_UNKNOWN;
import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_EXCEEDS_BATCH;
import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_EXPIRED;
import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_NOT_YOURS;

import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.StatementType;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.stock.Amounts;
import io.tanlian.verifier.stock.Holding;
import io.tanlian.verifier.stock.Stock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Material is used once, by who holds it: no allocation takes more of a batch than is left, of its
 * mass and of each material and origin, and none takes expired credits.
 */
final class AllocationRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    return Use.of(at).stream().flatMap(use -> judge(at, use).stream()).toList();
  }

  private static List<Finding> judge(Case at, Use use) {
    BatchId batch = use.allocation().batch();
    if (use.holding().filter(held -> !held.stocks().isEmpty()).isEmpty()) {
      return List.of(
          batch.statement().equals(at.statement().id())
              ? References.notEarlier(use.pointer())
              : Finding.error(
                  MATERIAL_BATCH_UNKNOWN,
                  use.pointer(),
                  "%s brought no batch to this ledger at an earlier index"
                      .formatted(batch.statement()),
                  "Name the statement that brought the batch, by the id in its receipt."));
    }
    Holding holding = use.holding().orElseThrow();
    return refusal(at, use, holding)
        .map(List::of)
        .orElseGet(() -> excess(use, use.stock().orElseThrow()));
  }

  /** Why none of it may be used, if so. */
  private static Optional<Finding> refusal(Case at, Use use, Holding holding) {
    BatchId batch = use.allocation().batch();
    if (!holding.holder().equals(at.issuer())) {
      return Optional.of(
          Finding.error(
              MATERIAL_NOT_YOURS,
              use.pointer(),
              "%s is not a batch of %s".formatted(batch, at.issuer()),
              "Use batches you brought, or were handed over and accepted."));
    }
    if (holding.type() == StatementType.TRANSFER && !(at.claim() instanceof Claim.Accepted)) {
      return Optional.of(
          Finding.error(
              MATERIAL_NOT_YOURS,
              use.pointer(),
              "%s is offered to you, and not accepted".formatted(batch),
              "Accept the transfer, and use the batch of the acceptance."));
    }
    if (holding.stock(batch.lot()).isEmpty()) {
      return Optional.of(
          Finding.error(
              MATERIAL_BATCH_UNKNOWN,
              use.pointer(),
              "%s brought no lot %s".formatted(batch.statement(), batch.lot()),
              "Name one of "
                  + String.join(", ", holding.stocks().keySet().stream().sorted().toList())
                  + "."));
    }
    if (holding.correctedAt().isPresent()) {
      return Optional.of(
          Finding.error(
              MATERIAL_BATCH_CORRECTED,
              use.pointer(),
              "%s was corrected away at index %d"
                  .formatted(batch, holding.correctedAt().getAsLong()),
              "Use the batch that was stated instead."));
    }
    LocalDate today = at.today();
    return holding
        .custody()
        .flatMap(Custody::lastDay)
        .filter(today::isAfter)
        .map(lastDay ->
            Finding.error(
                MATERIAL_EXPIRED,
                use.pointer(),
                "The credits of %s could be used until %s".formatted(batch, lastDay),
                "Use a credit that has not expired."));
  }

  private static List<Finding> excess(Use use, Stock stock) {
    Amounts asked = Amounts.of(use.allocation());
    Amounts left = stock.left();
    List<Finding> findings = new ArrayList<>();
    if (asked.mass() > left.mass()) {
      findings.add(exceeding(use, "the batch", asked.mass(), left.mass()));
    }
    asked
        .contents()
        .forEach((what, grams) -> {
          if (grams > left.of(what)) {
            findings.add(exceeding(use, what.toString(), grams, left.of(what)));
          }
        });
    return findings;
  }

  private static Finding exceeding(Use use, String what, long asked, long left) {
    return Finding.error(
        MATERIAL_EXCEEDS_BATCH,
        use.pointer(),
        "%s kg of %s are asked for, %s kg are left of %s"
            .formatted(
                Amounts.kilograms(asked), what, Amounts.kilograms(left), use.allocation().batch()),
        "Allocate what is left, or name another batch.");
  }
}
