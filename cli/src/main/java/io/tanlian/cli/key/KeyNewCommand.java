package io.tanlian.cli.key;

import io.tanlian.cli.file.OutputFile;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.key.SignatureAlgorithm;
import io.tanlian.contracts.key.SigningKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a key. */
@Command(
    name = "new",
    description = {
      "Make a private key in a new file that only you can read.",
      "",
      "Keep it safe: whoever has it can sign in your name. What you hand out is its public part,",
      "see 'tanlian key show'."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian key new --out supplier.jwk",
      "  tanlian key new --algorithm ES256 --out supplier.jwk"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class KeyNewCommand implements Callable<Integer> {
  /** The algorithms to choose from, by their JOSE names. */
  enum Algorithm {
    Ed25519,
    ES256
  }

  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      defaultValue = "Ed25519",
      description = "${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}.")
  private Algorithm algorithm;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to write the private key (JWK). Never overwritten.")
  private Path out;

  @Mixin private Output output;

  @Override
  public Integer call() {
    SigningKey key =
        SigningKey.generate(
            SignatureAlgorithm.named(algorithm.name()).orElseThrow(), new SecureRandom());
    OutputFile.createSecret(out, key.privateJwk() + "\n");
    Printer printer = output.printer();
    printer.line("Wrote the private key to " + out + ", readable by you only.");
    printer.line("Its id (kid) is " + key.publicKey().kid());
    printer.document(() -> {
      var result = Printer.outcome("made").put("file", out.toString());
      result.put("kid", key.publicKey().kid()).set("key", key.publicKey().jwk());
      return result;
    });
    return ExitCode.OK;
  }
}
