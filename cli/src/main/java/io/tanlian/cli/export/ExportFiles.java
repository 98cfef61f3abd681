package io.tanlian.cli.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tanlian.cli.export.sheet.ExcelFile;
import io.tanlian.cli.export.sheet.Sheet;
import io.tanlian.cli.file.OutputFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.Printer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Where an export is written to. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ExportFiles {
  private static final String STANDARD_OUTPUT = "-";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--json",
      paramLabel = "FILE|-",
      description = "Write it as JSON to this file, or to standard output.")
  private @Nullable String json;

  @Option(
      names = "--xlsx",
      paramLabel = "FILE",
      description = "Write it as an Excel workbook to this file.")
  private @Nullable Path xlsx;

  @Option(names = "--force", description = "Overwrite files that exist already.")
  private boolean force;

  /** Words go to standard output, unless the document itself does. */
  Printer printer() {
    return Printer.of(command, STANDARD_OUTPUT.equals(json));
  }

  /**
   * Finds out before the exchange is asked whether there is somewhere to write to.
   *
   * @throws CannotRunException if a file exists already
   */
  void check() {
    if (json == null && xlsx == null) {
      throw new ParameterException(
          command.commandLine(), "Write it where? Give --json FILE, --xlsx FILE or both.");
    }
    if (xlsx != null && jsonFile().map(xlsx::equals).findFirst().orElse(false)) {
      throw new ParameterException(
          command.commandLine(), "--json and --xlsx name the same file: give two.");
    }
    Stream.concat(jsonFile(), Stream.ofNullable(xlsx))
        .filter(file -> !force && Files.exists(file))
        .findFirst()
        .ifPresent(file -> {
          throw new CannotRunException(
              file + " exists already; choose another name, or give --force to overwrite it.");
        });
  }

  void write(ObjectNode document, List<Sheet> sheets, Printer printer) {
    printer.document(() -> document);
    jsonFile()
        .forEach(file -> {
          write(file, (document.toPrettyString() + "\n").getBytes(UTF_8));
          printer.line("Written as JSON to " + file + ".");
        });
    if (xlsx != null) {
      write(Objects.requireNonNull(xlsx), ExcelFile.bytes(sheets));
      printer.line("Written as an Excel workbook to " + xlsx + ".");
    }
  }

  private Stream<Path> jsonFile() {
    return Stream.ofNullable(json).filter(name -> !name.equals(STANDARD_OUTPUT)).map(Path::of);
  }

  private void write(Path file, byte[] bytes) {
    if (force) {
      OutputFile.replace(file, bytes);
    } else {
      OutputFile.create(file, bytes);
    }
  }
}
