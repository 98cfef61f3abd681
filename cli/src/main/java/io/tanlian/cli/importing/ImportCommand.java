package io.tanlian.cli.importing;

import io.tanlian.cli.importing.footprint.ColumnsCommand;
import io.tanlian.cli.importing.footprint.FootprintsCommand;
import io.tanlian.cli.importing.footprint.TemplateCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what an import needs. */
@Command(
    name = "import",
    description = "Declare the footprints in a spreadsheet, CSV or Excel.",
    subcommands = {TemplateCommand.class, ColumnsCommand.class, FootprintsCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian import template --out footprints.xlsx",
      "  tanlian import columns",
      "  tanlian import footprints footprints.xlsx --dry-run --key supplier.jwk \\",
      "      --credentials supplier.json",
      "  tanlian import footprints footprints.xlsx --key supplier.jwk --credentials supplier.json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ImportCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What: template, columns or footprints?");
  }
}
