package io.tanlian.cli.importing.footprint;

import io.tanlian.cli.file.OutputFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the template. */
@Command(
    name = "template",
    description = {
      "Write the table to fill in: a header and two made-up rows, which no import takes.",
      "",
      "The workbook explains each column on its second sheet; for CSV see tanlian import columns."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian import template --out footprints.xlsx",
      "  tanlian import template --out footprints.csv"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class TemplateCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to write it, .xlsx or .csv; never overwritten.")
  private Path out;

  @Mixin private Output output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    OutputFile.create(out, bytes());
    printer.line("Wrote the template to " + out + ".");
    printer.document(() -> Printer.outcome("written").put("file", out.toString()));
    return ExitCode.OK;
  }

  private byte[] bytes() {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".xlsx")) {
      return Template.xlsx();
    }
    if (name.endsWith(".csv")) {
      return Template.csv();
    }
    throw new CannotRunException(out + " ends neither in .xlsx nor in .csv: give it one of them.");
  }
}
