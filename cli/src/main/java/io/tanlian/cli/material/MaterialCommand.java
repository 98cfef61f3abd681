package io.tanlian.cli.material;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on material. */
@Command(
    name = "material",
    description = "Follow recovered material, see what is left of it, and take it over.",
    subcommands = {
      BatchesCommand.class,
      TraceCommand.class,
      RecallCommand.class,
      AccountCommand.class,
      OffersCommand.class,
      AcceptCommand.class,
      ContentCommand.class,
      CorrectCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian material offers --credentials supplier.json",
      "  tanlian material trace urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 \\",
      "      --credentials leadfirm.json",
      "  tanlian material recall --identity https://passport.example/9f2c \\",
      "      --credentials leadfirm.json --json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class MaterialCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Which of batches, trace, recall, account, offers, accept, content and correct?");
  }
}
