package io.tanlian.cli.importing.table;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tanlian.cli.terminal.CannotRunException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  @TempDir private Path folder;

  private List<TableRow> rows(String text, Charset written, Optional<Charset> told) {
    try {
      Path file = Files.write(folder.resolve("table.csv"), text.getBytes(written));
      List<TableRow> rows = new ArrayList<>();
      TableFile.read(file, Optional.empty(), told).read(rows::add);
      return rows;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<TableRow> rows(String text) {
    return rows(text, UTF_8, Optional.empty());
  }

  private static List<String> shown(TableRow row) {
    return row.cells().values().stream().map(Given::shown).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void the_header_tells_what_separates_cells(String separator) {
    List<TableRow> rows = rows("name,pcf.x\r\n铜箔,7.10\r\n".replace(",", separator));
    assertThat(rows).hasSize(2);
    assertThat(shown(rows.get(1))).containsExactly("铜箔", "7.10");
  }

  @Test
  void rows_are_numbered_as_a_spreadsheet_numbers_them() {
    List<TableRow> rows = rows("a,b\r\n\"two\r\nlines\",1\r\n\r\n,,\r\n x\u00A0,\"say \"\"y\"\"\"");
    assertThat(rows).extracting(TableRow::number).containsExactly(1, 2, 5);
    assertThat(shown(rows.get(1))).containsExactly("two\r\nlines", "1");
    assertThat(shown(rows.get(2))).containsExactly("x", "say \"y\"");
  }

  @Test
  void rows_may_be_shorter_or_longer_than_the_header() {
    List<TableRow> rows = rows("a,b\n1\n1,2,3\n");
    assertThat(shown(rows.get(1))).containsExactly("1");
    assertThat(rows.get(2).cells()).containsOnlyKeys(0, 1, 2);
  }

  @Test
  void a_byte_order_mark_tells_the_charset_and_is_no_part_of_the_header() {
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      assertThat(shown(rows("\uFEFF名称\t值\n铜箔\t1", charset, Optional.empty()).get(0)))
          .as(charset.name())
          .containsExactly("名称", "值");
    }
  }

  @Test
  void text_in_a_chinese_charset_is_read_when_told_and_never_guessed() {
    assertThat(shown(rows("名称,值\n铜箔,1", GB18030, Optional.of(GB18030)).get(1)))
        .containsExactly("铜箔", "1");
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> rows("名称,值\n铜箔,1", GB18030, Optional.empty()))
        .withMessageContaining("is not UTF-8")
        .withMessageContaining("--charset GB18030");
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> rows("name,x", UTF_16LE, Optional.empty()))
        .withMessageContaining("--charset UTF-16LE");
  }

  @Test
  void a_quote_that_is_not_closed_or_ends_too_early_is_said_with_its_row() {
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> rows("a,b\n1,2\n\"3,4\n5,6\n"))
        .withMessageContaining("no CSV after row 2");
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> rows("a,b\n\"1\"2,3\n"))
        .withMessageContaining("no CSV after row 1");
  }

  @Test
  void limits_are_said_with_the_place() {
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> rows("a\n".repeat(Table.rowsMax + 1)))
        .withMessageContaining("more than 100,000 rows");
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> rows("a,b\n1," + "x".repeat(Table.cellCharsMax + 1)))
        .withMessageContaining("Row 2")
        .withMessageContaining("column 2");
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> rows("a" + ",".repeat(Table.columnsMax)))
        .withMessageContaining("more than 500 columns");
  }
}
