package io.tanlian.cli.witness;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands of a witness. */
@Command(
    name = "witness",
    description = {
      "Cosign the checkpoints of logs, so that none can show two histories.",
      "",
      "A witness remembers the newest checkpoint of each log it was told of, and cosigns the next",
      "only with a proof that it continues that one (C2SP tlog-witness)."
    },
    subcommands = {WitnessNewKeyCommand.class, WitnessServeCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian witness new-key --name witness.example/w1 --out witness.key",
      "  tanlian witness serve --key witness.key --state state/ \\",
      "      --log exchange.example/log+1a2b3c4d+AW..."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class WitnessCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which of new-key and serve?");
  }
}
