package io.tanlian.exchange.statement;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.key.KeyEnrolled;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.contracts.statement.StatementSigner;
import io.tanlian.exchange.Node;
import io.tanlian.ledger.Ledger;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
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
  private final Admission admission;
  private final InstantSource clock;

  /** The first entries of a node's ledger. */
  public Genesis(Node node, Ledger ledger, Admission admission, InstantSource clock) {
    this.node = node;
    this.ledger = ledger;
    this.admission = admission;
    this.clock = clock;
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
    var statement =
        new Statement(
            new StatementId(UUID.randomUUID()),
            node.operator(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            node.origin(),
            claim);
    switch (StatementSigner.sign(statement, node.operatorKey(), new SecureRandom())) {
      case Outcome.Refused<SignedStatement>(var problems) -> throw refused(problems);
      case Outcome.Accepted<SignedStatement>(SignedStatement signed) -> {
        if (admission.admit(signed.format(), read -> List.of())
                instanceof AdmissionOutcome.Refused(List<Problem> problems)
            && ledger.head() == size) {
          throw refused(problems);
        }
      }
    }
  }

  private static IllegalStateException refused(List<Problem> problems) {
    return new IllegalStateException(
        "The ledger's first entries were refused: "
            + problems.stream().map(Problem::detail).collect(Collectors.joining(" ")));
  }
}
