package io.tanlian.cli.witness;

import io.tanlian.cli.file.OutputFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.tlog.note.NoteSigner;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a witness's key. */
@Command(
    name = "new-key",
    description = {
      "Make a witness's private key in a new file that only you can read.",
      "",
      "Prints the verifier key: give it to the logs you witness, and to whoever checks them."
    },
    footerHeading = "%nExamples:%n",
    footer = "  tanlian witness new-key --name witness.example/w1 --out witness.key")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class WitnessNewKeyCommand implements Callable<Integer> {
  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "The witness's name, by custom an address of yours without its scheme.")
  private String name;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to write the private key. Never overwritten.")
  private Path out;

  @Mixin private Output output;

  @Override
  public Integer call() {
    NoteSigner key;
    try {
      key = NoteSigner.generateWitness(name);
    } catch (IllegalArgumentException e) {
      throw new CannotRunException("--name: " + e.getMessage() + ".", e);
    }
    OutputFile.createSecret(out, key.formatSecret() + "\n");
    Printer printer = output.printer();
    printer.line("Wrote the private key to " + out + ", readable by you only.");
    printer.line("Its verifier key is " + key.verifierKey().format());
    printer.document(() ->
        Printer.outcome("made")
            .put("file", out.toString())
            .put("verifierKey", key.verifierKey().format()));
    return ExitCode.OK;
  }
}
