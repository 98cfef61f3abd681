package io.tanlian.cli.participant;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on programs' access. */
@Command(
    name = "client",
    description = "Give programs access to the exchange, change their secrets, take access back.",
    subcommands = {
      ClientNewCommand.class,
      ClientListCommand.class,
      ClientRotateCommand.class,
      ClientRevokeCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian client new --participant urn:uscc:91350181MA32ABCD5X --role supplier \\",
      "      --out supplier.json --credentials operator.json",
      "  tanlian client rotate --credentials supplier.json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ClientCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What to do: new, list, rotate or revoke?");
  }
}
