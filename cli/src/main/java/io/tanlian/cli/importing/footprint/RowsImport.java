package io.tanlian.cli.importing.footprint;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.tanlian.cli.file.OutputFile;
import io.tanlian.cli.importing.table.Table;
import io.tanlian.cli.importing.table.TableRow;
import io.tanlian.cli.statement.Publication;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Printer.Tone;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Publishes the rows of a checked table in their order, up to the first that the exchange does not
 * take: what it has against one row it mostly has against all.
 */
final class RowsImport {
  /** The list of what was imported, in the folder of the statements. */
  static final String LIST = "imported.csv";

  private final RowPublisher publisher;
  private final RowReader reader;
  private final TableCheck check;
  private final Printer printer;
  private final List<ImportedRow> imported = new ArrayList<>();
  private @Nullable Stopped stopped;

  RowsImport(RowPublisher publisher, RowReader reader, TableCheck check, Printer printer) {
    this.publisher = publisher;
    this.reader = reader;
    this.check = check;
    this.printer = printer;
  }

  private record Stopped(int row, Publication why) {}

  /** Publishes; returns the exit code. */
  int publish(Table table) {
    try {
      table.read(this::publish);
    } finally {
      printer.progressDone();
      writeList();
    }
    Optional<Stopped> end = Optional.ofNullable(stopped);
    show(end);
    printer.document(() -> json(end));
    return end.map(one -> one.why().exitCode()).orElse(ExitCode.OK);
  }

  private boolean publish(TableRow row) {
    if (row.number() == reader.header().row()) {
      return true;
    }
    DeclaredRow declared =
        reader
            .read(row, problem -> {})
            .orElseThrow(() -> new IllegalStateException("row " + row.number() + " was checked"));
    printer.progress("publishing %,d of %,d".formatted(imported.size() + 1, check.rows()));
    Publication publication = publisher.publish(declared);
    if (publication.exitCode() != ExitCode.OK) {
      stopped = new Stopped(row.number(), publication);
      return false;
    }
    imported.add(ImportedRow.of(declared, publication));
    return true;
  }

  private void writeList() {
    StringWriter list = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(list)) {
      csv.writeRecord(ImportedRow.FIELDS);
      imported.forEach(row -> csv.writeRecord(row.record()));
    } catch (IOException e) {
      throw new UncheckedIOException("a text is written", e);
    }
    OutputFile.replace(publisher.kept().folder().resolve(LIST), list.toString());
  }

  private void show(Optional<Stopped> end) {
    end.ifPresent(one -> one.why().show("row " + one.row(), printer));
    long before = imported.stream().filter(ImportedRow::again).count();
    printer.line(
        end.isEmpty() ? Tone.GOOD : Tone.WARNING,
        "%,d of %,d footprints are on the ledger: %,d published now, %,d before."
            .formatted(imported.size(), check.rows(), imported.size() - before, before));
    printer.line(
        "Statements, receipts and the list %s are in %s; keep them."
            .formatted(LIST, publisher.kept().folder()));
    if (end.isPresent()) {
      printer.line(
          "Run the same command again when that is put right: it goes on where it stopped.");
    }
  }

  private ObjectNode json(Optional<Stopped> end) {
    ObjectNode result =
        Printer.outcome(end.isEmpty() ? "imported" : "stopped")
            .put("rows", check.rows())
            .put("folder", publisher.kept().folder().toString());
    var footprints = result.putArray("footprints");
    imported.forEach(row -> footprints.add(row.json()));
    check.warnings().write(result, "warnings");
    end.ifPresent(
        one -> result.putObject("stopped").put("row", one.row()).set("why", one.why().json()));
    return result;
  }
}
