package io.tanlian.cli.footprint;

import io.tanlian.cli.connection.Refusals;
import io.tanlian.cli.connection.ServerOptions;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.identifier.ProductId;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for a product's footprint. */
@Command(
    name = "footprint",
    description = {
      "Show a product's supply-chain footprint.",
      "",
      "The total, what contributes most, how much of it is primary data, what is missing or doubtful,",
      "what recycled input changes and by which method it counts, and the statements it was computed",
      "from (pins).",
      "",
      "The exchange computes it from what you may see; 'tanlian audit' computes it again."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian footprint urn:gtin:4712345060507 --credentials leadfirm.json",
      "  tanlian footprint urn:gtin:4712345060507 --as-of 120 --credentials leadfirm.json --json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class FootprintCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PRODUCT", description = "The product's URN.")
  private ProductId product;

  @Option(
      names = "--as-of",
      paramLabel = "N",
      description = "As it was when the ledger had N entries; by default now.")
  private @Nullable Long asOf;

  @Mixin private ServerOptions server;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    OptionalLong size = asOf == null ? OptionalLong.empty() : OptionalLong.of(asOf);
    try (ExchangeClient client = ServerOptions.connect(server.credentials(printer))) {
      return Refusals.show(
          client.footprint(product, size),
          printer,
          answer -> {
            FootprintWords.show(answer, printer);
            printer.document(() -> answer);
            return ExitCode.OK;
          });
    }
  }
}
