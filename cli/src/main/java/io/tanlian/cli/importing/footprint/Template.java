package io.tanlian.cli.importing.footprint;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.tanlian.cli.export.sheet.Cell;
import io.tanlian.cli.export.sheet.Column;
import io.tanlian.cli.export.sheet.ExcelFile;
import io.tanlian.cli.export.sheet.Sheet;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** The table to fill in: a header, and two examples that an import refuses. */
final class Template {
  private static final int HEADER_WIDTH_MIN = 14;
  private static final int HEADER_WIDTH_MAX = 40;

  /** Excel takes CSV for UTF-8 only with it. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Template() {}

  static byte[] csv() {
    StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(texts(FootprintColumn::name));
      csv.writeRecord(texts(FootprintColumn::example));
      csv.writeRecord(texts(FootprintColumn::second));
    } catch (IOException e) {
      throw new UncheckedIOException("a text is written", e);
    }
    return text.toString().getBytes(UTF_8);
  }

  static byte[] xlsx() {
    return ExcelFile.bytes(List.of(footprints(), explanation()));
  }

  private static Sheet footprints() {
    return new Sheet(
        "Footprints",
        FootprintColumns.all().stream()
            .map(column ->
                new Column(
                    column.name(),
                    Math.clamp(column.name().length(), HEADER_WIDTH_MIN, HEADER_WIDTH_MAX)))
            .toList(),
        List.of(cells(FootprintColumn::example), cells(FootprintColumn::second)));
  }

  private static Sheet explanation() {
    return new Sheet(
        "Columns",
        List.of(
            new Column("Column 列", 42),
            new Column("Required 必填", 12),
            new Column("Unit 单位", 14),
            new Column("Meaning", 60),
            new Column("含义", 60),
            new Column("Written as", 40),
            new Column("写法", 40),
            new Column("Allowed values 可选值", 40),
            new Column("Example 示例", 32)),
        FootprintColumns.all().stream().map(Template::explained).toList());
  }

  private static List<Cell> explained(FootprintColumn column) {
    return List.of(
        Cell.of(column.name()),
        Cell.of(column.required() ? "yes 是" : "no 否"),
        Cell.of(column.unit()),
        Cell.of(column.english()),
        Cell.of(column.chinese()),
        Cell.of(column.kind().english()),
        Cell.of(column.kind().chinese()),
        Cell.of(String.join(", ", column.allowed())),
        Cell.of(column.example()));
  }

  private static List<Cell> cells(Function<FootprintColumn, String> value) {
    return FootprintColumns.all().stream()
        .map(column -> cell(column.kind(), value.apply(column)))
        .toList();
  }

  private static Cell cell(Kind kind, String text) {
    if (text.isEmpty()) {
      return new Cell.Empty();
    }
    return switch (kind) {
      case DECIMAL -> new Cell.Figure(new BigDecimal(text));
      case TIME -> new Cell.Day(LocalDate.parse(text));
      case TEXT, FLAG, WORDS, LINES, SOURCES -> new Cell.Text(text);
    };
  }

  private static List<String> texts(Function<FootprintColumn, String> value) {
    return FootprintColumns.all().stream().map(value).toList();
  }
}
