package io.tanlian.cli.importing.footprint;

import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.json.ObjectWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ObjectNode;

/** Explains the columns. */
@Command(
    name = "columns",
    description = "Explain the columns of the template, in English and Chinese.",
    footerHeading = "%nExamples:%n",
    footer = {"  tanlian import columns", "  tanlian import columns --json"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ColumnsCommand implements Callable<Integer> {
  @Mixin private Output output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    FootprintColumns.all().forEach(column -> show(column, printer));
    printer.document(() -> {
      ObjectNode result = Printer.outcome("columns");
      FootprintColumns.all().forEach(column -> result.withArray("columns").add(json(column)));
      return result;
    });
    return ExitCode.OK;
  }

  private static void show(FootprintColumn column, Printer printer) {
    String unit = column.unit().isEmpty() ? "" : ", " + column.unit();
    printer.line(
        "%s (%s%s)".formatted(column.name(), column.required() ? "required" : "optional", unit));
    printer.line("    " + column.english());
    printer.line("    " + column.chinese());
    printer.line("    Written as: " + column.kind().english() + ".");
    if (!column.allowed().isEmpty()) {
      printer.line("    One of: " + String.join(", ", column.allowed()) + ".");
    }
    if (!column.example().isEmpty()) {
      printer.line("    Example: " + column.example());
    }
  }

  private static ObjectNode json(FootprintColumn column) {
    return new ObjectWriter()
        .value("name", column.name())
        .value("kind", column.kind().wireName())
        .flag("required", column.required())
        .value("unit", column.unit())
        .list("allowed", column.allowed())
        .value("example", column.example())
        .value("english", column.english())
        .value("chinese", column.chinese())
        .toJson();
  }
}
