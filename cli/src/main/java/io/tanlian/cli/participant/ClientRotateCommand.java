package io.tanlian.cli.participant;

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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replaces the secret in a credentials file. */
@Command(
    name = "rotate",
    description = {
      "Replace the secret in your credentials file by a new one.",
      "",
      "The exchange takes the old secret for a while longer, so that programs with a copy of the",
      "file can be given the new one."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian client rotate --credentials supplier.json",
      "  tanlian client rotate --keep-minutes 0 --credentials supplier.json    if others may know it"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ClientRotateCommand implements Callable<Integer> {
  @Option(
      names = "--keep-minutes",
      paramLabel = "MINUTES",
      defaultValue = "60",
      description = "How long the old secret is taken too (${DEFAULT-VALUE}); at most a week.")
  private int keepMinutes;

  @Mixin private ServerOptions server;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    Path file = server.fileWithSecret();
    Credentials known = server.credentials(printer);
    ClientLogin login =
        known
            .login()
            .orElseThrow(() -> new CannotRunException(file + " has no client id and secret."));
    try (ExchangeClient client = ServerOptions.connect(known)) {
      return Refusals.show(
          client.clients().rotate(login.clientId(), Duration.ofMinutes(keepMinutes)),
          printer,
          renewed -> write(file, known, renewed, printer));
    }
  }

  private int write(Path file, Credentials known, ClientLogin renewed, Printer printer) {
    Credentials changed =
        new Credentials(
            known.server(),
            known.tlsFingerprint(),
            Optional.of(renewed),
            known.logKey(),
            known.participant(),
            known.role());
    OutputFile.replace(file, changed.toJson().toPrettyString() + "\n");
    printer.line("Wrote the new secret of " + renewed.clientId() + " to " + file + ".");
    printer.line(
        keepMinutes == 0
            ? "The old secret is refused from now on."
            : "The old secret is taken for another %d minutes.".formatted(keepMinutes));
    printer.document(() ->
        Printer.outcome("rotated")
            .put("clientId", renewed.clientId())
            .put("file", file.toString())
            .put("keepMinutes", keepMinutes));
    return ExitCode.OK;
  }
}
