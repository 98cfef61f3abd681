package io.tanlian.benchmarks;

import io.tanlian.benchmarks.harness.Suite;
import io.tanlian.benchmarks.ledger.LedgerSuite;
import io.tanlian.benchmarks.material.MaterialSuite;
import io.tanlian.benchmarks.pact.PactSuite;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code benchmarks/run}: one command a suite; without one, it lists them. */
@Command(
    name = "benchmarks/run",
    mixinStandardHelpOptions = true,
    description = "Measures Tanlian beside its peers, on this machine and one PostgreSQL.",
    commandListHeading = "%nSuites:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  benchmarks/run ledger --quick",
      "  benchmarks/run ledger --only append --rounds 3",
      "  benchmarks/run material --quick",
      "  benchmarks/run pact --quick",
      "  benchmarks/run ledger-size --entries 1000000"
    })
public final class Benchmarks implements Callable<Integer> {
  private static final int HELP_COLUMNS = 100;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway") // filled in before anything is called
  private Benchmarks() {}

  /** Runs one suite and ends the program with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine(Path.of(arguments[0]), System.getenv()).execute(rest(arguments)));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.OK;
  }

  private static CommandLine commandLine(Path home, Map<String, String> environment) {
    Path module = home.resolve("benchmarks");
    CommandLine commandLine = new CommandLine(new Benchmarks());
    for (Suite suite :
        List.<Suite>of(
            new LedgerSuite(module.resolve("axon4")),
            new MaterialSuite(),
            new PactSuite(module.resolve("target")))) {
      SuiteCommand command = new SuiteCommand(suite, module, environment);
      CommandLine subcommand = new CommandLine(command);
      subcommand.getCommandSpec().usageMessage().description("Measures " + suite.title() + ".");
      commandLine.addSubcommand(suite.word(), subcommand);
    }
    commandLine.addSubcommand(new LedgerSizeCommand(module, environment));
    commandLine.setUsageHelpWidth(HELP_COLUMNS);
    commandLine.setExecutionExceptionHandler((failure, failed, _) -> {
      failure.printStackTrace(failed.getErr());
      return ExitCodes.COULD_NOT_RUN;
    });
    return commandLine;
  }

  private static String[] rest(String[] arguments) {
    return Arrays.copyOfRange(arguments, 1, arguments.length);
  }
}
