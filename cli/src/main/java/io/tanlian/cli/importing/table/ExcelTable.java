package io.tanlian.cli.importing.table;

import io.tanlian.cli.terminal.CannotRunException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A sheet of an Excel workbook (Office Open XML). */
final class ExcelTable implements Table {
  private static final ReadingOptions OPTIONS = options();

  private final Path file;
  private final byte[] bytes;
  private final Optional<String> sheetName;

  private ExcelTable(Path file, byte[] bytes, Optional<String> sheetName) {
    this.file = file;
    this.bytes = bytes;
    this.sheetName = sheetName;
  }

  static ExcelTable of(Path file, byte[] bytes, Optional<String> sheetName) {
    Inflated.check(file, bytes);
    return new ExcelTable(file, bytes, sheetName);
  }

  @Override
  public void read(Predicate<TableRow> reader) {
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(new ByteArrayInputStream(bytes), OPTIONS);
        Stream<Row> rows = sheet(workbook).openStream()) {
      boolean more = true;
      for (Iterator<Row> each = rows.iterator(); more && each.hasNext(); ) {
        Row row = each.next();
        if (row.getRowNum() > rowsMax) {
          // Rows that only have a format go on to the end of many a sheet.
          more = false;
          if (!cells(row, workbook.isDate1904()).isEmpty()) {
            throw Limits.tooManyRows(file);
          }
        } else {
          SortedMap<Integer, Given> cells = cells(row, workbook.isDate1904());
          more = cells.isEmpty() || reader.test(new TableRow(row.getRowNum(), cells));
        }
      }
    } catch (IOException | ExcelReaderException e) {
      throw new CannotRunException(
          file + " is a damaged workbook: open it in Excel and save it again.", e);
    }
  }

  private Sheet sheet(ReadableWorkbook workbook) {
    List<Sheet> sheets = workbook.getSheets().toList();
    return sheets.stream()
        .filter(sheet -> sheetName.isEmpty() || sheet.getName().equals(sheetName.get()))
        .findFirst()
        .orElseThrow(() ->
            new CannotRunException(
                "%s has no sheet %s; it has: %s"
                    .formatted(
                        file,
                        sheetName.orElse(""),
                        String.join(", ", sheets.stream().map(Sheet::getName).toList()))));
  }

  private SortedMap<Integer, Given> cells(Row row, boolean date1904) {
    SortedMap<Integer, Given> cells = new TreeMap<>();
    for (Cell cell : row) {
      Optional<Given> given = cell == null ? Optional.empty() : ExcelCell.read(cell, date1904);
      if (given.isPresent()) {
        if (cell.getColumnIndex() >= columnsMax) {
          throw Limits.tooManyColumns(file, row.getRowNum());
        }
        if (given.get() instanceof Given.Text(String text) && text.length() > cellCharsMax) {
          throw Limits.tooLongCell(file, row.getRowNum(), cell.getColumnIndex());
        }
        cells.put(cell.getColumnIndex(), given.get());
      }
    }
    return cells;
  }

  private static ReadingOptions options() {
    boolean withCellFormat = true;
    boolean cellInErrorIfParseError = true;
    return new ReadingOptions(withCellFormat, cellInErrorIfParseError);
  }
}
