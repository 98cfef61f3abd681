package io.tanlian.cli.terminal;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The choice, in every command, between words for people and JSON for programs. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class Output {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  public Printer printer() {
    PrintWriter out = command.commandLine().getOut();
    PrintWriter err = command.commandLine().getErr();
    Ansi ansi = command.commandLine().getColorScheme().ansi();
    return new Printer(out, err, json, ansi.enabled());
  }
}
