package io.tanlian.cli.participant;

import io.tanlian.cli.connection.Refusals;
import io.tanlian.cli.connection.ServerOptions;
import io.tanlian.cli.exchange.ClientRegistry.KnownClient;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Table;
import io.tanlian.contracts.identifier.ParticipantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists a participant's clients. */
@Command(
    name = "list",
    description = "List your programs' access; an operator may list another participant's.",
    footerHeading = "%nExample:%n",
    footer = "  tanlian client list --credentials supplier.json")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ClientListCommand implements Callable<Integer> {
  @Option(names = "--participant", paramLabel = "ID", description = "For operators: whose clients.")
  private @Nullable ParticipantId participant;

  @Mixin private ServerOptions server;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    try (ExchangeClient client = ServerOptions.connect(server.credentials(printer))) {
      return Refusals.show(
          client.clients().list(Optional.ofNullable(participant)),
          printer,
          found -> show(found, printer));
    }
  }

  private static int show(List<KnownClient> found, Printer printer) {
    Table table = new Table();
    found.forEach(one ->
        table.row(
            one.clientId(),
            one.role(),
            "since " + one.createdAt(),
            one.revokedAt().map(at -> "revoked " + at).orElse("in force")));
    printer.table(table);
    printer.document(() -> {
      var result = Printer.outcome("listed");
      found.forEach(one ->
          result
              .withArray("clients")
              .addObject()
              .put("clientId", one.clientId())
              .put("participant", one.participant())
              .put("role", one.role())
              .put("createdAt", one.createdAt().toString())
              .put("revokedAt", one.revokedAt().map(Instant::toString).orElse(null)));
      return result;
    });
    return ExitCode.OK;
  }
}
