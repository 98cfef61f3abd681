package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_UNBALANCED;

import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.stock.Amounts;
import io.tanlian.verifier.stock.Movement;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Of every material and origin as much comes out as went in, to the gram: in batches, or as a loss
 * that is named. A tolerance here would make material, a little each time it is processed.
 */
final class MaterialBalanceRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    return switch (at.claim()) {
      case Claim.Batched(var batch) when !batch.allocations().isEmpty() ->
          judge(at, Amounts.NONE, "/batch/contents", "", "Correct the masses, or allocate less.");
      case Claim.Processed(var processing) ->
          judge(
              at,
              Amounts.of(processing.losses()),
              "/batches",
              ", losses included",
              "Correct the masses, or name the rest as a loss.");
      default -> List.of();
    };
  }

  private static List<Finding> judge(
      Case at, Amounts losses, String field, String counted, String ifLess) {
    Movement movement = Movement.of(at.statement()).orElseThrow();
    Amounts in = movement.uses().stream().map(Amounts::of).reduce(Amounts.NONE, Amounts::plus);
    Amounts out =
        movement.brings().stream()
            .map(Batch::contents)
            .map(Amounts::of)
            .reduce(losses, Amounts::plus);
    SortedSet<MaterialOrigin> all = new TreeSet<>(in.contents().keySet());
    all.addAll(out.contents().keySet());
    return all.stream()
        .filter(what -> in.of(what) != out.of(what))
        .map(what ->
            Finding.error(
                MATERIAL_UNBALANCED,
                Case.SUBJECT + field,
                "%s kg of %s go in, %s kg come out%s"
                    .formatted(
                        Amounts.kilograms(in.of(what)),
                        what,
                        Amounts.kilograms(out.of(what)),
                        counted),
                out.of(what) > in.of(what) ? "Correct the masses, or allocate more." : ifLess))
        .toList();
  }
}
