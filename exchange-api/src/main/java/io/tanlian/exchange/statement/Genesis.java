package io.tanlian.exchange.statement;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.key.KeyEnrolled;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.exchange.Node;
import io.tanlian.ledger.Ledger;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The first two entries of every ledger: index 0 admits the operator, index 1 enrols the operator's
 * key, both signed by that key.
 */
@Component
public final class Genesis {

  private static final int ENTRIES = 2;

  private final Node node;
  private final Ledger ledger;
  private final OperatorStatements operator;

  /** The first entries of a node's ledger. */
  public Genesis(Node node, Ledger ledger, OperatorStatements operator) {
    this.node = node;
    this.ledger = ledger;
    this.operator = operator;
  }

  /**
   * Writes what is missing of the two, unless another node of the log writes it meanwhile.
   *
   * @throws IllegalStateException if the ledger refuses them, with its reasons
   */
  public void ensure() {
    for (long size = ledger.head(); size < ENTRIES; size = ledger.head()) {
      post(size == 0 ? admitOperator() : enrolOperatorKey(), size);
    }
  }

  private Claim admitOperator() {
    return new Claim.Admitted(
        new ParticipantAdmitted(node.operator(), node.operatorName(), Set.of(Role.OPERATOR)));
  }

  private Claim enrolOperatorKey() {
    return new Claim.Enrolled(
        new KeyEnrolled(
            node.operator(),
            node.operatorKey().publicKey(),
            KeyProof.create(node.operatorKey(), node.operator(), node.origin())));
  }

  private void post(Claim claim, long size) {
    if (operator.post(new StatementId(UUID.randomUUID()), claim)
            instanceof AdmissionOutcome.Refused(List<Problem> problems)
        && ledger.head() == size) {
      throw refused(problems);
    }
  }

  private static IllegalStateException refused(List<Problem> problems) {
    return new IllegalStateException(
        "The ledger's first entries were refused: "
            + problems.stream().map(Problem::detail).collect(Collectors.joining(" ")));
  }
}
