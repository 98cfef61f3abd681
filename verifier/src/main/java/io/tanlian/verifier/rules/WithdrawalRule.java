package io.tanlian.verifier.rules;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.StatementType;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.state.KnownStatement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A participant takes back only its own footprints and grants. */
final class WithdrawalRule implements Rule {
  private static final String POINTER = Case.SUBJECT + "/statement";
  private static final Set<StatementType> TAKEN_BACK =
      Set.of(StatementType.PRODUCT_FOOTPRINT_DECLARATION, StatementType.GRANT);

  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Withdrawn(var withdrawal))) {
      return List.of();
    }
    StatementId id = withdrawal.statement();
    Optional<KnownStatement> known = at.state().statement(id);
    if (known.isEmpty()) {
      return List.of(References.missing(at, id, POINTER));
    }
    List<Finding> foreign = References.requireOwn(at, known.get(), POINTER);
    if (!foreign.isEmpty()) {
      return foreign;
    }
    return TAKEN_BACK.contains(known.get().type())
        ? References.doubtIfWithdrawn(known.get(), POINTER)
        : List.of(
            References.wrongType(
                known.get(),
                "ProductFootprintDeclaration or Grant; a Correction undoes what moves material",
                POINTER));
  }
}
