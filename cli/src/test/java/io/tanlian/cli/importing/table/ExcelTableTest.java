package io.tanlian.cli.importing.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tanlian.cli.terminal.CannotRunException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcelTableTest {
  @TempDir private Path folder;

  private Path workbook(Consumer<Worksheet> fill) {
    Path file = folder.resolve("table.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Test", "1.0")) {
      fill.accept(workbook.newWorksheet("First"));
      workbook.newWorksheet("Second").value(0, 0, "other");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return file;
  }

  private static List<TableRow> rows(Path file, Optional<String> sheet) {
    List<TableRow> rows = new ArrayList<>();
    TableFile.read(file, sheet, Optional.empty()).read(rows::add);
    return rows;
  }

  /** The cells of the first row, whose sheet says {@code xml} where the others have a text. */
  private List<Given> cellsOf(String xml) throws IOException {
    Path file = workbook(sheet -> sheet.value(0, 0, "?"));
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(file.toFile());
        ZipOutputStream out = new ZipOutputStream(changed)) {
      for (ZipEntry part : Collections.list(in.entries())) {
        String text = new String(in.getInputStream(part).readAllBytes(), UTF_8);
        out.putNextEntry(new ZipEntry(part.getName()));
        out.write(part.getName().endsWith("sheet1.xml") ? sheet(text, xml) : text.getBytes(UTF_8));
      }
    }
    Files.write(file, changed.toByteArray());
    return List.copyOf(rows(file, Optional.empty()).getFirst().cells().values());
  }

  private static byte[] sheet(String text, String cells) {
    String rows = "<sheetData><row r=\"1\">" + cells + "</row></sheetData>";
    return text.replaceFirst("<sheetData>.*</sheetData>", Matcher.quoteReplacement(rows))
        .getBytes(UTF_8);
  }

  @Test
  void cells_are_what_excel_shows() {
    List<TableRow> rows =
        rows(
            workbook(sheet -> {
              sheet.value(0, 0, " name ");
              sheet.value(3, 0, new BigDecimal("7.1"));
              sheet.value(3, 1, LocalDate.of(2026, 1, 31));
              sheet.style(3, 1).format("yyyy\"年\"m\"月\"d\"日\"").set();
              sheet.value(3, 2, LocalDateTime.of(2026, 1, 31, 13, 30));
              sheet.style(3, 2).format("yyyy-mm-dd hh:mm").set();
              sheet.value(3, 3, true);
              sheet.value(3, 4, new BigDecimal("0.05"));
              sheet.style(3, 4).format("0.0%").set();
              sheet.value(3, 5, "  ");
              sheet.value(3, 6, new BigDecimal("1200"));
              sheet.style(3, 6).format("#,##0.00 \"days\"").set();
            }),
            Optional.empty());
    assertThat(rows).extracting(TableRow::number).containsExactly(1, 4);
    assertThat(rows.get(0).cells()).containsEntry(0, new Given.Text("name"));
    assertThat(rows.get(1).cells())
        .containsEntry(0, new Given.Figure(new BigDecimal("7.1"), false))
        .containsEntry(1, new Given.Moment(LocalDateTime.of(2026, 1, 31, 0, 0)))
        .containsEntry(2, new Given.Moment(LocalDateTime.of(2026, 1, 31, 13, 30)))
        .containsEntry(3, new Given.Flag(true))
        .containsEntry(4, new Given.Figure(new BigDecimal("0.05"), true))
        .doesNotContainKey(5)
        .containsEntry(6, new Given.Figure(new BigDecimal("1200"), false));
  }

  @Test
  void a_number_has_the_15_digits_that_excel_vouches_for() throws IOException {
    assertThat(
            cellsOf(
                "<c r=\"A1\"><v>1.1000000000000001</v></c>"
                    + "<c r=\"B1\"><v>0.1000000000000000055</v></c>"
                    + "<c r=\"C1\"><v>0.30000000000000004</v></c>"
                    + "<c r=\"D1\"><v>1.0000000000000001E-5</v></c>"
                    + "<c r=\"E1\"><v>123456789012345</v></c>"
                    + "<c r=\"F1\"><v>-1E3</v></c>"))
        .extracting(Given::shown)
        .containsExactly("1.1", "0.1", "0.3", "0.00001", "123456789012345", "-1000");
  }

  @Test
  void a_formula_counts_with_the_result_that_was_saved() throws IOException {
    assertThat(
            cellsOf(
                "<c r=\"A1\"><f>1.1*3</f><v>3.3000000000000003</v></c>"
                    + "<c r=\"B1\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>"))
        .extracting(Given::shown)
        .containsExactly("3.3", "ab");
  }

  @Test
  void a_formula_that_ends_in_an_error_is_named() throws IOException {
    List<Given> cells =
        cellsOf(
            "<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
                + "<c r=\"B1\" t=\"e\"><v>#N/A</v></c>"
                + "<c r=\"C1\"><f>A9</f></c>");
    assertThat(cells).allMatch(Given.Unusable.class::isInstance);
    assertThat(cells).extracting(Given::shown).containsExactly("#DIV/0!", "#N/A", "=A9");
  }

  @Test
  void the_sheet_is_the_first_or_the_one_asked_for() {
    Path file = workbook(sheet -> sheet.value(0, 0, "first"));
    assertThat(rows(file, Optional.empty()).getFirst().cells())
        .containsEntry(0, new Given.Text("first"));
    assertThat(rows(file, Optional.of("Second")).getFirst().cells())
        .containsEntry(0, new Given.Text("other"));
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> rows(file, Optional.of("Third")))
        .withMessageContaining("no sheet Third; it has: First, Second");
  }

  @Test
  void what_only_has_a_format_far_below_is_no_row() {
    Path file =
        workbook(sheet -> {
          sheet.value(0, 0, "name");
          sheet.style(Table.rowsMax + 7, 0).bold().set();
        });
    assertThat(rows(file, Optional.empty())).hasSize(1);
    Path full = workbook(sheet -> sheet.value(Table.rowsMax, 0, "too far"));
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> rows(full, Optional.empty()))
        .withMessageContaining("more than 100,000 rows");
  }

  @Test
  void a_workbook_that_unpacks_to_gigabytes_is_refused() throws IOException {
    Path file = folder.resolve("bomb.xlsx");
    byte[] zeros = new byte[1024 * 1024];
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      for (int megabyte = 0; megabyte <= 128; megabyte++) {
        out.write(zeros);
      }
    }
    assertThat(Files.size(file)).isLessThan(200_000);
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> rows(file, Optional.empty()))
        .withMessageContaining("134,217,728 bytes in xl/sharedStrings.xml");
  }

  @Test
  void old_and_damaged_workbooks_are_told_apart() throws IOException {
    byte[] ole2 = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0
    };
    Path old = Files.write(folder.resolve("old.xls"), ole2);
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> rows(old, Optional.empty()))
        .withMessageContaining("save it in Excel as .xlsx");
    Path cut = workbook(sheet -> sheet.value(0, 0, "name"));
    byte[] whole = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> rows(cut, Optional.empty()))
        .withMessageContaining("damaged workbook");
  }
}
