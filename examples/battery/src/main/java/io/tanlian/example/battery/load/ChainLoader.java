package io.tanlian.example.battery.load;

import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.HeldStatement;
import io.tanlian.cli.exchange.PublishOutcome;
import io.tanlian.cli.exchange.Refusal;
import io.tanlian.cli.exchange.Reply;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.Company;
import io.tanlian.example.battery.key.ChainKeys;
import io.tanlian.example.battery.statement.ChainStatements;
import io.tanlian.example.battery.statement.Prepared;
import io.tanlian.tlog.note.VerifierKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads the chain as its companies would: the operator admits them and gives them logins, the
 * suppliers publish their declarations and grant sight of them. What is on the ledger already stays
 * as it is, so loading twice changes nothing, and loading after a stop goes on.
 */
public final class ChainLoader {
  private static final int NOT_FOUND = 404;

  private final Chain chain;
  private final Credentials operator;
  private final CredentialsDirectory credentials;
  private final ChainStatements statements;
  private final Clock clock;
  private final SecureRandom random;

  /**
   * A loader for one exchange.
   *
   * @param operator the operator's credentials, with login and log key
   * @param directory where keys are, and credentials files are to be
   */
  public ChainLoader(
      Chain chain,
      ChainKeys keys,
      Credentials operator,
      Path directory,
      Clock clock,
      SecureRandom random) {
    VerifierKey logKey =
        operator
            .logKey()
            .orElseThrow(() -> new IllegalArgumentException("the operator's logKey is missing"));
    this.chain = chain;
    this.operator = operator;
    this.credentials = new CredentialsDirectory(directory);
    this.statements = new ChainStatements(chain, keys, logKey.name(), Year.now(clock));
    this.clock = clock;
    this.random = random;
  }

  /** Loads everything, and leaves every company's credentials in the directory. */
  public LoadOutcome load(LoadProgress progress) {
    List<Prepared> all = statements.inOrder();
    List<LoadedStatement> loaded = new ArrayList<>();
    try (CompanyClients clients = new CompanyClients(operator, credentials)) {
      for (Prepared prepared : all) {
        switch (clients.of(prepared.issuer()).then(client -> bring(client, prepared))) {
          case Reply.Received<LoadedStatement>(LoadedStatement statement) -> {
            loaded.add(statement);
            progress.loaded(statement, loaded.size(), all.size());
          }
          case Reply.Refused<LoadedStatement>(Refusal refusal) -> {
            return new LoadOutcome.Stopped(loaded, prepared.title(), words(refusal));
          }
          case Reply.Failed<LoadedStatement>(String why) -> {
            return new LoadOutcome.Stopped(loaded, prepared.title(), why);
          }
        }
      }
      for (Company company : chain.companies()) {
        String at = "Login of " + company.name();
        switch (clients.of(company)) {
          case Reply.Received<ExchangeClient> _ -> {}
          case Reply.Refused<ExchangeClient>(Refusal refusal) -> {
            return new LoadOutcome.Stopped(loaded, at, words(refusal));
          }
          case Reply.Failed<ExchangeClient>(String why) -> {
            return new LoadOutcome.Stopped(loaded, at, why);
          }
        }
      }
    }
    return new LoadOutcome.Complete(loaded);
  }

  /** Publishes the statement unless it is there: signing again would give other salts. */
  private Reply<LoadedStatement> bring(ExchangeClient client, Prepared prepared) {
    return switch (client.statement(prepared.id())) {
      case Reply.Received<HeldStatement>(HeldStatement held) ->
          new Reply.Received<>(loaded(prepared, held.index(), held.receipt(), true));
      case Reply.Refused<HeldStatement>(Refusal refusal) when refusal.status() == NOT_FOUND ->
          publish(client, prepared);
      case Reply.Refused<HeldStatement>(Refusal refusal) -> new Reply.Refused<>(refusal);
      case Reply.Failed<HeldStatement>(String why) -> new Reply.Failed<>(why);
    };
  }

  private Reply<LoadedStatement> publish(ExchangeClient client, Prepared prepared) {
    return switch (statements.sign(prepared, clock.instant(), random)) {
      case Outcome.Refused<SignedStatement>(var problems) ->
          new Reply.Failed<>("It cannot be signed: " + problems);
      case Outcome.Accepted<SignedStatement>(SignedStatement signed) ->
          switch (client.postStatement(signed)) {
            case PublishOutcome.Published published ->
                new Reply.Received<>(
                    loaded(prepared, published.index(), published.receipt(), published.again()));
            case PublishOutcome.Refused(Refusal refusal) -> new Reply.Refused<>(refusal);
            case PublishOutcome.Failed(String why) -> new Reply.Failed<>(why);
          };
    };
  }

  private static LoadedStatement loaded(
      Prepared prepared, long index, String receipt, boolean before) {
    return new LoadedStatement(
        prepared.id(), prepared.issuer(), prepared.title(), index, receipt, before);
  }

  private static String words(Refusal refusal) {
    return "%d %s: %s %s"
        .formatted(refusal.status(), refusal.code(), refusal.detail(), refusal.problems());
  }
}
