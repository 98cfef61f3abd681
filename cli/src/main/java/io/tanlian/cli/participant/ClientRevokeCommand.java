package io.tanlian.cli.participant;

import io.tanlian.cli.connection.Refusals;
import io.tanlian.cli.connection.ServerOptions;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a program's access back. */
@Command(
    name = "revoke",
    description = {
      "Take a program's access back for good; its access tokens end within half a minute.",
      "",
      "tanlian client list shows the ids."
    },
    footerHeading = "%nExample:%n",
    footer =
        "  tanlian client revoke 3fa85f64-5717-4562-b3fc-2c963f66afa6 --credentials supplier.json")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ClientRevokeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CLIENT", description = "The client's id.")
  private String clientId;

  @Mixin private ServerOptions server;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    try (ExchangeClient client = ServerOptions.connect(server.credentials(printer))) {
      return Refusals.show(
          client.clients().revoke(clientId),
          printer,
          revoked -> {
            printer.line("Revoked " + revoked + ".");
            printer.document(() -> Printer.outcome("revoked").put("clientId", revoked));
            return ExitCode.OK;
          });
    }
  }
}
