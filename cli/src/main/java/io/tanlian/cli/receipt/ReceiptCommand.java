package io.tanlian.cli.receipt;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on receipts. */
@Command(
    name = "receipt",
    description = "Check the proofs that statements are on the ledger.",
    subcommands = ReceiptVerifyCommand.class,
    footerHeading = "%nExample:%n",
    footer = {
      "  tanlian receipt verify footprint.sd-jwt.receipt --statement footprint.sd-jwt \\",
      "      --log-key exchange.example/log+1a2b3c4d+AW..."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ReceiptCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What to do with it: verify?");
  }
}
