package io.tanlian.cli.material;

import io.tanlian.cli.connection.Refusals;
import io.tanlian.cli.connection.ServerOptions;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.MaterialQuery;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import java.util.function.BiConsumer;
import picocli.CommandLine.Mixin;

/** Asks an exchange, and shows its answer: in words, or for programs as it came. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class Question {
  @Mixin private ServerOptions server;
  @Mixin private Output output;

  /** Returns the exit code. */
  <T> int ask(MaterialQuery<T> query, BiConsumer<T, Printer> words) {
    Printer printer = output.printer();
    try (ExchangeClient client = ServerOptions.connect(server.credentials(printer))) {
      return Refusals.show(
          client.ask(query),
          printer,
          served -> {
            words.accept(served.answer(), printer);
            printer.document(served::body);
            return ExitCode.OK;
          });
    }
  }
}
