package io.tanlian.cli.key;

import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.key.SigningKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves the possession of a key. */
@Command(
    name = "proof",
    description = {
      "Prove that you have a private key, so that its public part can be enrolled for you.",
      "",
      "Send the operator this proof and the output of 'tanlian key show'; never the key itself."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  tanlian key proof supplier.jwk --participant urn:uscc:91350181MA32ABCD5X \\",
      "      --log exchange.example/log > supplier.proof"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class KeyProofCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "Your private key (JWK).")
  private Path file;

  @Option(
      names = "--participant",
      required = true,
      paramLabel = "ID",
      description = "Who you are: urn:uscc:…, urn:lei:… or did:web:…")
  private ParticipantId participant;

  @Option(
      names = "--log",
      required = true,
      paramLabel = "ORIGIN",
      description = "The name of the log that the key is for.")
  private String log;

  @Mixin private Output output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    SigningKey key = KeyFile.signing(file, printer);
    String proof = KeyProof.create(key, participant, log);
    printer.line(proof);
    printer.document(
        () -> Printer.outcome("proved").put("kid", key.publicKey().kid()).put("proof", proof));
    return ExitCode.OK;
  }
}
