package io.tanlian.cli.statement;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on published statements. */
@Command(
    name = "statement",
    description = "Read published statements.",
    subcommands = StatementGetCommand.class,
    footerHeading = "%nExample:%n",
    footer = {
      "  tanlian statement get urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 --out copy.sd-jwt"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class StatementCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What to do with it: get?");
  }
}
