package io.tanlian.cli.importing.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.tanlian.cli.terminal.CannotRunException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** CSV (RFC 4180), separated by commas, or by semicolons or tabs as Excel writes it. */
final class CsvTable implements Table {
  private static final String SEPARATORS = ",;\t";

  private final Path file;
  private final String text;
  private final char separator;

  private CsvTable(Path file, String text) {
    this.file = file;
    this.text = text;
    this.separator = separator(text);
  }

  static CsvTable of(Path file, byte[] bytes, Optional<Charset> charset) {
    return new CsvTable(file, CsvText.decode(file, bytes, charset));
  }

  @Override
  public void read(Predicate<TableRow> reader) {
    int number = 0;
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord record : records) {
        number++;
        if (number > rowsMax) {
          throw Limits.tooManyRows(file);
        }
        SortedMap<Integer, Given> cells = cells(record, number);
        if (!cells.isEmpty() && !reader.test(new TableRow(number, cells))) {
          return;
        }
      }
    } catch (CsvParseException e) {
      throw new CannotRunException(
          "%s is no CSV after row %d: %s. Close each quote, double quotes within one, and quote cells with separators or line breaks."
              .formatted(file, number, rootMessage(e)),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("a text is read", e);
    }
  }

  private SortedMap<Integer, Given> cells(CsvRecord record, int number) {
    if (record.getFieldCount() > columnsMax) {
      throw Limits.tooManyColumns(file, number);
    }
    SortedMap<Integer, Given> cells = new TreeMap<>();
    for (int column = 0; column < record.getFieldCount(); column++) {
      String cell = CellWhitespace.strip(record.getField(column));
      if (cell.length() > cellCharsMax) {
        throw Limits.tooLongCell(file, number, column);
      }
      if (!cell.isEmpty()) {
        cells.put(column, new Given.Text(cell));
      }
    }
    return cells;
  }

  /** The one that occurs most in the first line that is not empty: no header has one of them. */
  private static char separator(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return (char)
        SEPARATORS
            .chars()
            .reduce((one, other) -> count(other, header) > count(one, header) ? other : one)
            .orElseThrow();
  }

  private static long count(int wanted, String text) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static String rootMessage(CsvParseException e) {
    return Stream.<Throwable>iterate(e, one -> one != null, Throwable::getCause)
        .reduce((_, deeper) -> deeper)
        .map(Throwable::getMessage)
        .orElse("it cannot be read");
  }
}
