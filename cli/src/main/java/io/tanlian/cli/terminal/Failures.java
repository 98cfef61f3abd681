package io.tanlian.cli.terminal;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.text.PlainText;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in words why a command could not run; never a stack trace. */
public final class Failures {
  private Failures() {}

  /** What a command threw while it worked. */
  public static int execution(Exception failure, CommandLine command, ParseResult parsed) {
    String words =
        failure instanceof CannotRunException known
            ? known.getMessage()
            : "This should not happen: " + failure + ". Please report it to the maintainers.";
    command.getErr().println("tanlian: " + PlainText.of(words));
    Object json = command.getParseResult().matchedOptionValue("--json", (Object) false);
    // Exports have an option of that name that takes a file: there, standard output is no answer.
    if (json instanceof Boolean asked && asked) {
      command.getOut().println(StrictJson.format(Printer.outcome("failed").put("detail", words)));
    }
    return ExitCode.COULD_NOT_RUN;
  }

  /** Arguments that do not fit the command. */
  public static int usage(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println("tanlian: " + PlainText.of(String.valueOf(wrong.getMessage())));
    command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.COULD_NOT_RUN;
  }
}
