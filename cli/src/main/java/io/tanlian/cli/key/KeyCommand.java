package io.tanlian.cli.key;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on keys. */
@Command(
    name = "key",
    description = "Make, show and prove the keys that statements are signed with.",
    subcommands = {KeyNewCommand.class, KeyShowCommand.class, KeyProofCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian key new --out supplier.jwk",
      "  tanlian key show supplier.jwk > supplier.pub.jwk",
      "  tanlian key proof supplier.jwk --participant urn:uscc:91350181MA32ABCD5X \\",
      "      --log exchange.example/log"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class KeyCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which of new, show and proof?");
  }
}
