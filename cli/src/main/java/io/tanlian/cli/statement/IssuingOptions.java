package io.tanlian.cli.statement;

import io.tanlian.cli.connection.LogKeyOption;
import io.tanlian.cli.connection.ServerOptions;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.file.OutputFile;
import io.tanlian.cli.key.KeyFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs a claim that a command made, and publishes it. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class IssuingOptions {
  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "Your private key (JWK).")
  private Path key;

  @Option(
      names = "--issuer",
      paramLabel = "ID",
      description = "Who you are; by default the participant in the credentials.")
  private @Nullable ParticipantId issuer;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Keep the signed statement in this new file, and its receipt in FILE.receipt.")
  private @Nullable Path out;

  @Mixin private ServerOptions server;
  @Mixin private LogKeyOption logKey;
  @Mixin private Output output;

  public Printer printer() {
    return output.printer();
  }

  /**
   * Signs the claim and publishes it; returns the exit code.
   *
   * @param what the words for it
   * @param claim makes the claim, for a log and from what that proves
   */
  public int publish(String what, Function<PinnedLog, Fetched<Claim>> claim) {
    Printer printer = printer();
    Credentials credentials = server.credentials(printer);
    ParticipantId issuedBy =
        Optional.ofNullable(issuer)
            .or(credentials::participant)
            .orElseThrow(() ->
                new CannotRunException(
                    "Who are you? Give --issuer, or credentials with a participant."));
    SigningKey signingKey = KeyFile.signing(key, printer);
    try (ExchangeClient client = ServerOptions.connect(credentials)) {
      PinnedLog log = new PinnedLog(client, logKey.require(credentials.logKey()));
      return claim
          .apply(log)
          .show(
              printer,
              made ->
                  switch (sign(made, issuedBy, log, signingKey)) {
                    case Outcome.Accepted<SignedStatement>(SignedStatement signed) ->
                        publish(what, signed, log, printer);
                    case Outcome.Refused<SignedStatement>(var problems) ->
                        printer.refused(what + " was not signed:", problems);
                  });
    }
  }

  private static Outcome<SignedStatement> sign(
      Claim claim, ParticipantId issuer, PinnedLog log, SigningKey key) {
    return Signing.sign(new StatementId(UUID.randomUUID()), issuer, log.origin(), claim, key);
  }

  private int publish(String what, SignedStatement signed, PinnedLog log, Printer printer) {
    if (out != null) {
      OutputFile.create(out, signed.format() + "\n");
    }
    Publication publication = Publication.of(signed, log.client(), log.key());
    if (out != null && publication instanceof Publication.Proved(var published)) {
      OutputFile.replace(out.resolveSibling(out.getFileName() + ".receipt"), published.receipt());
    }
    publication.show(what, printer);
    printer.document(publication::json);
    return publication.exitCode();
  }
}
