package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.REFERENCE_WRONG_PRODUCT;

import io.tanlian.contracts.declaration.InputLine;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.StatementType;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.state.KnownStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The supplier's statement an input names is earlier, and declares that input's product. */
final class UpstreamRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Declared(var declaration))) {
      return List.of();
    }
    if (at.read().withheldParts().contains(GrantedPart.INPUTS)) {
      return List.of(Withheld.at(Case.INPUTS));
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < declaration.inputs().size(); i++) {
      InputLine input = declaration.inputs().get(i);
      StatementId upstream = input.statement();
      if (upstream != null) {
        findings.addAll(judge(at, input, upstream, "%s/%d/statement".formatted(Case.INPUTS, i)));
      }
    }
    return findings;
  }

  private static List<Finding> judge(
      Case at, InputLine input, StatementId upstream, String pointer) {
    Optional<KnownStatement> known = at.state().statement(upstream);
    if (known.isEmpty()) {
      return List.of(References.missing(at, upstream, pointer));
    }
    if (!(known.get().statement().claim() instanceof Claim.Declared(var declared))) {
      return List.of(
          References.wrongType(
              known.get(), StatementType.PRODUCT_FOOTPRINT_DECLARATION.wireName(), pointer));
    }
    if (declared.footprint().productIds().stream().noneMatch(input.product()::names)) {
      return List.of(
          Finding.error(
              REFERENCE_WRONG_PRODUCT,
              pointer,
              "%s does not declare %s".formatted(upstream.value(), input.product().value()),
              "Name the statement that declares this input's product."));
    }
    return References.doubtIfWithdrawn(known.get(), pointer);
  }
}
