package io.tanlian.cli.participant;

import io.tanlian.cli.connection.LogKeyOption;
import io.tanlian.cli.connection.ServerOptions;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.file.OutputFile;
import io.tanlian.cli.key.KeyFile;
import io.tanlian.cli.statement.Publication;
import io.tanlian.cli.statement.Signing;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.tlog.note.VerifierKey;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs with an operator's key and publishes. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class OperatorOptions {
  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The operator's private key (JWK).")
  private Path key;

  @Option(
      names = "--issuer",
      paramLabel = "ID",
      description = "The operator; by default the participant in the credentials.")
  private @Nullable ParticipantId issuer;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Keep the signed statement in this new file, and its receipt in FILE.receipt.")
  private @Nullable Path out;

  @Mixin private ServerOptions server;
  @Mixin private LogKeyOption logKey;
  @Mixin private Output output;

  Printer printer() {
    return output.printer();
  }

  /**
   * Signs and publishes the claim made for a log; returns the exit code.
   *
   * @param claim the claim, for the origin of the pinned log
   */
  int publish(String what, Function<String, Claim> claim) {
    Printer printer = printer();
    Credentials credentials = server.credentials(printer);
    VerifierKey log = logKey.require(credentials.logKey());
    ParticipantId operator =
        Optional.ofNullable(issuer)
            .or(credentials::participant)
            .orElseThrow(() ->
                new CannotRunException(
                    "Who is the operator? Give --issuer, or credentials with a participant."));
    StatementId id = new StatementId(UUID.randomUUID());
    Outcome<SignedStatement> made =
        Signing.sign(
            id, operator, log.name(), claim.apply(log.name()), KeyFile.signing(key, printer));
    return switch (made) {
      case Outcome.Accepted<SignedStatement>(SignedStatement signed) ->
          publish(what, signed, credentials, log);
      case Outcome.Refused<SignedStatement>(var problems) ->
          printer.refused(what + " was not signed:", problems);
    };
  }

  private int publish(
      String what, SignedStatement signed, Credentials credentials, VerifierKey log) {
    Printer printer = printer();
    if (out != null) {
      OutputFile.create(out, signed.format() + "\n");
    }
    try (ExchangeClient client = ServerOptions.connect(credentials)) {
      Publication publication = Publication.of(signed, client, log);
      if (out != null && publication instanceof Publication.Proved(var published)) {
        OutputFile.replace(out.resolveSibling(out.getFileName() + ".receipt"), published.receipt());
      }
      publication.show(what, printer);
      printer.document(publication::json);
      return publication.exitCode();
    }
  }
}
