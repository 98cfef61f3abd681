package io.tanlian.cli.importing.table;

import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.terminal.CannotRunException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** A table in a file, whose kind is told by its content. */
public final class TableFile {
  /** Longest file. */
  public static final int fileBytesMax = 128 * 1024 * 1024;

  private TableFile() {}

  /**
   * Reads a file.
   *
   * @param sheet of a workbook; the first if empty
   * @param charset of a CSV file; if empty, UTF-8 or what its byte order mark says
   * @throws CannotRunException if it is no table that can be read
   */
  public static Table read(Path file, Optional<String> sheet, Optional<Charset> charset) {
    byte[] bytes = InputFile.bytes(file, fileBytesMax);
    if (ReadableWorkbook.isOLE2Header(bytes)) {
      throw new CannotRunException(
          file
              + " is an .xls workbook of old, or is locked with a password: save it in Excel as"
              + " .xlsx without a password.");
    }
    if (ReadableWorkbook.isOOXMLZipHeader(bytes)) {
      return ExcelTable.of(file, bytes, sheet);
    }
    sheet.ifPresent(name -> {
      throw new CannotRunException(file + " is no workbook, so it has no sheet " + name + ".");
    });
    return CsvTable.of(file, bytes, charset);
  }
}
