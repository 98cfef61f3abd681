package io.tanlian.cli.export;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the exports. */
@Command(
    name = "export",
    description =
        "Write documents for authorities and customers, with the receipts that prove them.",
    subcommands = {PassportCommand.class, CbamCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian export passport urn:gtin:4712345060507 --facts battery.json \\",
      "      --credentials leadfirm.json --json passport.json --xlsx passport.xlsx",
      "  tanlian export cbam urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 --facts mill.json \\",
      "      --credentials supplier.json --xlsx cbam.xlsx"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ExportCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which document: passport or cbam?");
  }
}
