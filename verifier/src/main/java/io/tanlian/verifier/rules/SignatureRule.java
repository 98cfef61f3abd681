package io.tanlian.verifier.rules;

import io.tanlian.contracts.key.PublicKey;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.Severity;
import io.tanlian.verifier.state.EnrolledKey;
import java.util.List;

/** The enrolled key, with its own algorithm, made the signature. */
final class SignatureRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (at.isGenesis()) {
      return List.of();
    }
    return at.state()
        .key(at.read().header().kid())
        .map(EnrolledKey::key)
        .map(key -> check(at.read(), key))
        .orElse(List.of());
  }

  static List<Finding> check(ReadStatement read, PublicKey key) {
    return switch (read.verify(key)) {
      case Outcome.Accepted<ReadStatement> _ -> List.of();
      case Outcome.Refused<ReadStatement>(var problems) ->
          problems.stream().map(problem -> new Finding(Severity.ERROR, problem)).toList();
    };
  }
}
