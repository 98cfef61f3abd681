package io.tanlian.example.pact;

import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.HeldStatement;
import io.tanlian.cli.exchange.PublishOutcome;
import io.tanlian.cli.exchange.Refusal;
import io.tanlian.cli.exchange.Reply;
import io.tanlian.cli.statement.Signing;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.example.pact.TestStatements.Said;
import io.tanlian.exchange.serve.StartRefused;

/** Puts one issuer's statements on the ledger that are not there yet. */
record Publishing(
    ExchangeClient client, ParticipantId issuer, SigningKey key, String ledgerOrigin) {
  private static final int NOT_FOUND = 404;

  void ensure(Iterable<Said> statements) throws StartRefused {
    for (Said said : statements) {
      if (!isThere(said)) {
        publish(said);
      }
    }
  }

  private boolean isThere(Said said) throws StartRefused {
    Reply<HeldStatement> held = client.statement(said.id());
    if (held instanceof Reply.Refused<HeldStatement>(Refusal refusal)
        && refusal.status() == NOT_FOUND) {
      return false;
    }
    received(said.claim().type(), held);
    return true;
  }

  private void publish(Said said) throws StartRefused {
    String type = said.claim().type();
    SignedStatement signed =
        switch (Signing.sign(said.id(), issuer, ledgerOrigin, said.claim(), key)) {
          case Outcome.Accepted<SignedStatement>(SignedStatement statement) -> statement;
          case Outcome.Refused<SignedStatement>(var problems) ->
              throw new StartRefused(type + " cannot be signed: " + problems);
        };
    switch (client.postStatement(signed)) {
      case PublishOutcome.Published _ -> {}
      case PublishOutcome.Refused(Refusal refusal) -> throw refused(type, refusal);
      case PublishOutcome.Failed(String why) -> throw new StartRefused(type + ": " + why);
    }
  }

  /** What the node answered to something that a start cannot do without. */
  static <T> T received(String what, Reply<T> reply) throws StartRefused {
    return switch (reply) {
      case Reply.Received<T>(T value) -> value;
      case Reply.Refused<T>(Refusal refusal) -> throw refused(what, refusal);
      case Reply.Failed<T>(String why) -> throw new StartRefused(what + ": " + why);
    };
  }

  private static StartRefused refused(String what, Refusal refusal) {
    return new StartRefused(
        "%s: the node refused it: %s %s %s"
            .formatted(what, refusal.code(), refusal.detail(), refusal.problems()));
  }
}
