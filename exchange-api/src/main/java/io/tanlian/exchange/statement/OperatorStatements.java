package io.tanlian.exchange.statement;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.contracts.statement.StatementSigner;
import io.tanlian.exchange.Node;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the service itself puts on the ledger, signed by the operator's key. */
@Component
public final class OperatorStatements {
  private final Node node;
  private final Admission admission;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /** Statements of a node's operator. */
  public OperatorStatements(Node node, Admission admission, InstantSource clock) {
    this.node = node;
    this.admission = admission;
    this.clock = clock;
  }

  /**
   * Signs the claim and posts it. Signing twice gives other bytes, so a claim that is posted again
   * under its id is refused as a conflict: that it stands already is for the caller to find out.
   */
  public AdmissionOutcome post(StatementId id, Claim claim) {
    var statement =
        new Statement(
            id,
            node.operator(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            node.origin(),
            claim);
    return switch (StatementSigner.sign(statement, node.operatorKey(), random)) {
      case Outcome.Refused<SignedStatement>(var problems) -> new AdmissionOutcome.Refused(problems);
      case Outcome.Accepted<SignedStatement>(SignedStatement signed) ->
          admission.admit(signed.format(), read -> List.of());
    };
  }
}
