package io.tanlian.example.battery.demo;

import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.PublishOutcome;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.example.battery.statement.ChainStatements;
import io.tanlian.example.battery.statement.Prepared;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The pack maker tries to claim the same kilograms for another 1,000 packs. */
record OverClaim(List<Problem> refusedFor) {

  /**
   * Tries it.
   *
   * @throws IOException if the exchange did not refuse it
   */
  static OverClaim tried(DemoNode node) throws IOException {
    Credentials owner = node.credentials("pack-maker");
    try (ExchangeClient client =
        ExchangeClient.connect(owner.server(), owner.tlsFingerprint(), owner.login())) {
      return switch (client.postStatement(signed(node))) {
        case PublishOutcome.Refused(var refusal) -> new OverClaim(refusal.problems());
        case PublishOutcome.Published published ->
            throw new IOException("An over-claim was taken, at index " + published.index() + ".");
        case PublishOutcome.Failed(String why) -> throw new IOException(why);
      };
    }
  }

  private static SignedStatement signed(DemoNode node) throws IOException {
    ChainStatements statements = node.statements();
    Prepared again = statements.contentClaimUnder(new StatementId(UUID.randomUUID()));
    return switch (statements.sign(again, Instant.now(), new SecureRandom())) {
      case Outcome.Accepted<SignedStatement>(SignedStatement signed) -> signed;
      case Outcome.Refused<SignedStatement>(var problems) ->
          throw new IOException("The claim cannot be signed: " + problems);
    };
  }
}
