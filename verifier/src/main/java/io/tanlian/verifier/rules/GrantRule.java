package io.tanlian.verifier.rules;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.sharing.GrantScope;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import java.util.ArrayList;
import java.util.List;

/** A participant grants sight only of its own statements. */
final class GrantRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Granted(var grant))
        || !(grant.scope() instanceof GrantScope.Statements(var granted))) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < granted.size(); i++) {
      StatementId id = granted.get(i);
      String pointer = "%s/statements/%d".formatted(Case.SUBJECT, i);
      findings.addAll(
          at.state()
              .statement(id)
              .map(known -> References.requireOwn(at, known, pointer))
              .orElseGet(() -> List.of(References.missing(at, id, pointer))));
    }
    return findings;
  }
}
