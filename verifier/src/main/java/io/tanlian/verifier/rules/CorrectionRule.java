package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_ALREADY_USED;
import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_BATCH_CORRECTED;
import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_RETURN_MISFIT;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.Correction;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.state.KnownStatement;
import io.tanlian.verifier.stock.Amounts;
import io.tanlian.verifier.stock.Holding;
import io.tanlian.verifier.stock.Movement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A participant undoes its own movements of material, while nothing they brought was used. */
final class CorrectionRule implements Rule {
  private static final String POINTER = Case.SUBJECT + "/statement";

  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Corrected(Correction correction))) {
      return List.of();
    }
    StatementId id = correction.statement();
    Optional<KnownStatement> known = at.state().statement(id);
    if (known.isEmpty()) {
      return List.of(References.missing(at, id, POINTER));
    }
    List<Finding> foreign = References.requireOwn(at, known.get(), POINTER);
    if (!foreign.isEmpty()) {
      return foreign;
    }
    Optional<Movement> undone =
        Movement.of(known.get().statement()).filter(moved -> moved.undoes().isEmpty());
    return undone.isEmpty()
        ? List.of(References.wrongType(known.get(), "statement that moves material", POINTER))
        : judge(at.state().holding(id).orElseThrow(), undone.get(), correction);
  }

  private static List<Finding> judge(Holding holding, Movement undone, Correction correction) {
    if (holding.correctedAt().isPresent()) {
      return List.of(
          Finding.error(
              MATERIAL_BATCH_CORRECTED,
              POINTER,
              "%s was corrected at index %d already"
                  .formatted(holding.statement(), holding.correctedAt().getAsLong()),
              "Correct a statement once."));
    }
    if (!holding.isUntouched()) {
      return List.of(
          Finding.error(
              MATERIAL_ALREADY_USED,
              POINTER,
              "What %s brought has been used: %s"
                  .formatted(holding.statement(), String.join(", ", usedLots(holding))),
              "Have what used it corrected first, the latest before the earlier."));
    }
    return amounts(undone.uses()).equals(amounts(correction.returned()))
        ? List.of()
        : List.of(
            Finding.error(
                MATERIAL_RETURN_MISFIT,
                Case.SUBJECT + "/returned",
                "What is returned is not what %s used".formatted(holding.statement()),
                "Return exactly its allocations."));
  }

  private static List<String> usedLots(Holding holding) {
    return holding.stocks().values().stream()
        .filter(stock -> !stock.isUntouched())
        .map(stock -> stock.batch().lot())
        .sorted()
        .toList();
  }

  private static Map<BatchId, Amounts> amounts(List<Allocation> allocations) {
    return allocations.stream().collect(Collectors.toMap(Allocation::batch, Amounts::of));
  }
}
