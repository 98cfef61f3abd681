package io.tanlian.cli.statement;

import io.tanlian.cli.connection.CredentialsFile;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.file.OutputFile;
import io.tanlian.cli.key.KeyFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.tlog.note.VerifierKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs a claim. */
@Command(
    name = "sign",
    description = {
      "Check a claim against its JSON Schema, and sign it as a statement.",
      "",
      "The file holds the claim alone (the credentialSubject). Figures, inputs and descriptions of",
      "a footprint are signed so that each can be shown or withheld later."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian sign footprint.json --type ProductFootprintDeclaration --key supplier.jwk \\",
      "      --credentials supplier.json --out footprint.sd-jwt",
      "  tanlian sign grant.json --type Grant --key supplier.jwk \\",
      "      --issuer urn:uscc:91350181MA32ABCD5X --audience exchange.example/log > grant.sd-jwt"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class SignCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE.json", description = "The claim.")
  private Path file;

  @Option(
      names = "--type",
      required = true,
      paramLabel = "TYPE",
      description =
          "What it claims: ProductFootprintDeclaration, RecoveryDeclaration, Grant, Withdrawal, ...")
  private String type;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "Your private key (JWK).")
  private Path key;

  @Option(
      names = "--issuer",
      paramLabel = "ID",
      description = "Who claims it; by default the participant in the credentials.")
  private @Nullable ParticipantId issuer;

  @Option(
      names = "--audience",
      paramLabel = "ORIGIN",
      description = "The log it is for; by default that of the log key in the credentials.")
  private @Nullable String audience;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      defaultValue = "${env:TANLIAN_CREDENTIALS}",
      description = "The file from the operator; the exchange is not asked.")
  private @Nullable Path credentials;

  @Option(
      names = "--id",
      paramLabel = "urn:uuid:...",
      description = "The statement's id; by default a new one.")
  private @Nullable StatementId id;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it; never overwritten. By default standard output.")
  private @Nullable Path out;

  @Mixin private Output output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    StatementId named = id == null ? new StatementId(UUID.randomUUID()) : id;
    Outcome<SignedStatement> signed =
        Claim.parse(type, InputFile.json(file)).then(claim -> sign(named, claim, printer));
    return switch (signed) {
      case Outcome.Accepted<SignedStatement>(SignedStatement statement) ->
          write(named, statement, printer);
      case Outcome.Refused<SignedStatement>(List<Problem> problems) ->
          printer.refused(
              "%s is no %s that could be published, so it was not signed:".formatted(file, type),
              problems);
    };
  }

  private Outcome<SignedStatement> sign(StatementId named, Claim claim, Printer printer) {
    Optional<Credentials> known =
        Optional.ofNullable(credentials).map(path -> CredentialsFile.read(path, printer));
    ParticipantId issuedBy =
        Optional.ofNullable(issuer)
            .or(() -> known.flatMap(Credentials::participant))
            .orElseThrow(() -> missing("Who claims it?", "--issuer"));
    String origin =
        Optional.ofNullable(audience)
            .or(() -> known.flatMap(Credentials::logKey).map(VerifierKey::name))
            .orElseThrow(() -> missing("Which log is it for?", "--audience"));
    return Signing.sign(named, issuedBy, origin, claim, KeyFile.signing(key, printer));
  }

  private int write(StatementId named, SignedStatement signed, Printer printer) {
    if (out == null) {
      printer.line(signed.format());
    } else {
      OutputFile.create(out, signed.format() + "\n");
      printer.line("Signed " + named + " with " + signed.disclosures().size() + " disclosures.");
      printer.line("Wrote it to " + out + "; publish it with: tanlian publish " + out);
    }
    printer.document(() ->
        Printer.outcome("signed")
            .put("statement", named.value())
            .put("disclosures", signed.disclosures().size())
            .put("signed", signed.format()));
    return ExitCode.OK;
  }

  private static CannotRunException missing(String question, String option) {
    return new CannotRunException(question + " Give " + option + ", or --credentials with it.");
  }
}
