package io.tanlian.cli.terminal;

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
    return Printer.of(command, json);
  }
}
