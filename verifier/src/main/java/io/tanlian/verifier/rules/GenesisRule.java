package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.LEDGER_GENESIS_INVALID;

import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.verifier.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ledger begins with its operator: index 0 admits it, index 1 enrols its key, and that key signed
 * both. Index 0 alone cannot be judged, because its key is not there yet.
 */
final class GenesisRule implements Rule {
  static final long OPERATOR_INDEX = 0;
  static final long KEY_INDEX = 1;

  @Override
  public List<Finding> judge(Case at) {
    if (at.context().index() == OPERATOR_INDEX) {
      return judgeOperator(at);
    }
    return at.context().index() == KEY_INDEX ? judgeKey(at) : List.of();
  }

  private static List<Finding> judgeOperator(Case at) {
    boolean admitsItself =
        at.claim() instanceof Claim.Admitted(var admitted)
            && admitted.participant().equals(at.issuer())
            && admitted.roles().contains(Role.OPERATOR);
    return admitsItself
        ? List.of()
        : List.of(invalid("Index 0 must admit its own issuer as operator"));
  }

  private static List<Finding> judgeKey(Case at) {
    Optional<ReadStatement> genesis = at.state().genesis();
    if (genesis.isEmpty()
        || !(at.claim() instanceof Claim.Enrolled(var enrolled))
        || !enrolled.participant().equals(genesis.get().statement().issuer())
        || !enrolled.participant().equals(at.issuer())) {
      return List.of(invalid("Index 1 must enrol a key of the operator that index 0 admits"));
    }
    List<Finding> findings = new ArrayList<>(SignatureRule.check(at.read(), enrolled.key()));
    if (!SignatureRule.check(genesis.get(), enrolled.key()).isEmpty()) {
      findings.add(invalid("Index 0 is not signed by the key that index 1 enrols"));
    }
    return findings;
  }

  private static Finding invalid(String detail) {
    return Finding.error(
        LEDGER_GENESIS_INVALID,
        "",
        detail,
        "Begin the ledger with ParticipantAdmitted and KeyEnrolled of its operator, both signed by"
            + " that key.");
  }
}
