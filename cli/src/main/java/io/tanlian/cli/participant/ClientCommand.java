package io.tanlian.cli.participant;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on access for programs. */
@Command(
    name = "client",
    description = "For operators: give participants' programs access to the exchange.",
    subcommands = ClientNewCommand.class,
    footerHeading = "%nExample:%n",
    footer = {
      "  tanlian client new --participant urn:uscc:91350181MA32ABCD5X --role supplier \\",
      "      --out supplier.json --credentials operator.json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ClientCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What to do: new?");
  }
}
