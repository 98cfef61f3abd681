package io.tanlian.cli.export.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tanlian.cli.world.Readings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcelFileTest {
  @TempDir private Path folder;

  @Test
  void numbers_are_numbers_and_dates_are_dates() {
    Row row =
        written(
            new Cell.Figure(new BigDecimal("61.4829374650")),
            new Cell.Whole(9_007_199_254_740_991L),
            new Cell.Day(LocalDate.of(2031, 9, 30)),
            new Cell.Month(YearMonth.of(2031, 9)),
            new Cell.Text("62"),
            new Cell.Empty());
    assertThat(row.getCellAsNumber(0)).contains(new BigDecimal("61.4829374650"));
    assertThat(row.getCellAsNumber(1)).contains(new BigDecimal("9007199254740991"));
    assertThat(row.getCellAsDate(2)).contains(LocalDate.of(2031, 9, 30).atStartOfDay());
    assertThat(row.getCell(2).getDataFormatString()).isEqualTo("yyyy-mm-dd");
    assertThat(row.getCellAsDate(3)).contains(LocalDate.of(2031, 9, 1).atStartOfDay());
    assertThat(row.getCell(4).getType()).isEqualTo(CellType.STRING);
    assertThat(row.getOptionalCell(5)).isEmpty();
  }

  @Test
  void a_number_without_fraction_that_java_writes_with_an_exponent_is_one_too() {
    assertThat(written(new Cell.Figure(new BigDecimal("1E+3"))).getCellAsNumber(0))
        .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("1000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"https://example.com\")",
        "+1",
        "-1+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "＝1",
      })
  void text_that_could_become_a_formula_cannot(String text) {
    org.dhatim.fastexcel.reader.Cell cell = written(new Cell.Text(text)).getCell(0);
    assertThat(cell.getType()).isEqualTo(CellType.STRING);
    assertThat(cell.asString()).startsWith("'");
    assertThat(cell.getFormula()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"urn:uuid:1", "Ningde 宁德", "''", "a=b", "2026-11"})
  void other_text_stays_as_it_is(String text) {
    assertThat(CellText.of(text)).isEqualTo(text);
  }

  @Test
  void control_characters_do_not_reach_the_file() {
    assertThat(written(new Cell.Text("a\u0000\u001bb\nc")).getCell(0).asString())
        .isEqualTo("a\uFFFD\uFFFDb\nc");
  }

  @Test
  void text_that_no_cell_can_hold_is_not_cut_silently() {
    assertThat(CellText.of("x".repeat(CellText.charsMax + 1))).contains("32768", "JSON");
  }

  @Test
  void the_header_stays_in_sight_and_columns_have_their_width() throws IOException {
    String xml = part("xl/worksheets/sheet1.xml", file(new Cell.Text("a")));
    assertThat(xml)
        .containsPattern("<pane [^>]*ySplit=\"1\"[^>]*state=\"frozen\"")
        .containsPattern("<col [^>]*width=\"12");
  }

  @Test
  void a_row_that_does_not_fit_the_header_is_a_mistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sheet("S", List.of(new Column("a", 12)), List.of(List.of())));
  }

  private static Row written(Cell... cells) {
    return Readings.rows(file(cells), "Sheet").get(1);
  }

  private static byte[] file(Cell... cells) {
    List<Column> columns = List.of(cells).stream().map(_ -> new Column("Header (kg)", 12)).toList();
    return ExcelFile.bytes(List.of(new Sheet("Sheet", columns, List.of(List.of(cells)))));
  }

  private String part(String name, byte[] workbook) throws IOException {
    Path file = Files.write(folder.resolve("workbook.xlsx"), workbook);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
    }
  }
}
