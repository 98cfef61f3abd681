package io.tanlian.cli;

import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Failures;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Starts the command line. */
public final class Main {
  private static final int HELP_COLUMNS = 100;

  private Main() {}

  /** Runs one command and ends the program with its {@link ExitCode}. */
  public static void main(String[] arguments) {
    // The schema validator logs through SLF4J; that nobody listens is meant, and nobody's concern.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    CommandLine commandLine = commandLine();
    commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    System.exit(commandLine.execute(arguments));
  }

  /** The command line, to run commands within another program: {@code execute(arguments)}. */
  public static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new TanlianCommand());
    Converters.register(commandLine);
    commandLine.setUsageHelpWidth(HELP_COLUMNS);
    commandLine.setExecutionExceptionHandler(Failures::execution);
    commandLine.setParameterExceptionHandler(Failures::usage);
    return commandLine;
  }
}
