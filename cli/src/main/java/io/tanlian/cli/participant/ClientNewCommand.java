package io.tanlian.cli.participant;

import io.tanlian.cli.connection.LogKeyOption;
import io.tanlian.cli.connection.Refusals;
import io.tanlian.cli.connection.ServerOptions;
import io.tanlian.cli.exchange.ClientLogin;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.file.OutputFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.participant.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a client for a participant. */
@Command(
    name = "new",
    description = {
      "For operators: make a credentials file for a participant's programs.",
      "",
      "It holds a client id and a secret, which the exchange shows this one time."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  tanlian client new --participant urn:uscc:91350181MA32ABCD5X --role supplier \\",
      "      --out supplier.json --credentials operator.json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ClientNewCommand implements Callable<Integer> {
  @Option(
      names = "--participant",
      required = true,
      paramLabel = "ID",
      description = "For participant.")
  private ParticipantId participant;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "supplier, leadFirm, auditor or operator.")
  private Role role;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The new credentials file, readable by you only. Never overwritten.")
  private Path out;

  @Mixin private ServerOptions server;
  @Mixin private LogKeyOption logKey;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    if (Files.exists(out)) {
      throw new CannotRunException(
          out + " exists already and is never overwritten; choose another name.");
    }
    Credentials operator = server.credentials(printer);
    try (ExchangeClient client = ServerOptions.connect(operator)) {
      return Refusals.show(
          client.clients().issue(participant, role),
          printer,
          login -> write(operator, login, printer));
    }
  }

  private int write(Credentials operator, ClientLogin login, Printer printer) {
    Credentials handedOut =
        new Credentials(
            operator.server(),
            operator.tlsFingerprint(),
            Optional.of(login),
            logKey.or(operator.logKey()),
            Optional.of(participant),
            Optional.of(role));
    OutputFile.createSecret(out, handedOut.toJson().toPrettyString() + "\n");
    printer.line("Made the client " + login.clientId() + " for " + participant.value() + ".");
    printer.line("Wrote its credentials to " + out + "; hand the file over by a safe way.");
    printer.document(() ->
        Printer.outcome("made")
            .put("clientId", login.clientId())
            .put("participant", participant.value())
            .put("role", role.wireName())
            .put("file", out.toString()));
    return ExitCode.OK;
  }
}
