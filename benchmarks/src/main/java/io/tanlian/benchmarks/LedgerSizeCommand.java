package io.tanlian.benchmarks;

import io.tanlian.benchmarks.database.BenchmarkServer;
import io.tanlian.benchmarks.ledger.LedgerSize;
import io.tanlian.benchmarks.report.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fills a ledger until it is large, and measures what it takes then. */
@Command(
    name = "ledger-size",
    mixinStandardHelpOptions = true,
    description =
        "Fills a ledger through the engine, and measures its growth, its size on disk and its reads. Takes long.")
final class LedgerSizeCommand implements Callable<Integer> {
  private final Path module;
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Mixin private ServerOptions server;

  @Option(
      names = "--entries",
      paramLabel = "N",
      defaultValue = "10000000",
      description = "how many entries (${DEFAULT-VALUE})")
  private long entries;

  @Option(
      names = "--payload-bytes",
      paramLabel = "N",
      defaultValue = "300",
      description = "length of each payload (${DEFAULT-VALUE})")
  private int payloadBytes;

  @SuppressWarnings("NullAway") // the command line fills in the rest
  LedgerSizeCommand(Path module, Map<String, String> environment) {
    this.module = module;
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if (entries < 1 || payloadBytes < 1) {
      throw new ParameterException(
          spec.commandLine(), "--entries and --payload-bytes must be at least 1");
    }
    Path data = Files.createDirectories(module.resolve("target/postgres"));
    Map<String, String> machine = new LinkedHashMap<>(Machine.describe(data));
    try (BenchmarkServer open = server.open(data, environment)) {
      open.settings().forEach((name, value) -> machine.put("PostgreSQL " + name, value));
      LedgerSize measured =
          LedgerSize.measure(open, entries, payloadBytes, spec.commandLine().getErr()::println);
      String text = measured.table(machine);
      spec.commandLine().getOut().println(text);
      Path results = Files.createDirectories(module.resolve("results"));
      Files.writeString(results.resolve("ledger-size.md"), text);
      return ExitCodes.REACHED;
    }
  }
}
