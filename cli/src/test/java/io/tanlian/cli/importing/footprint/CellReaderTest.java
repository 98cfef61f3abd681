package io.tanlian.cli.importing.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tanlian.cli.importing.table.Given;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellReaderTest {
  private static String read(Kind kind, Given cell) {
    try {
      return CellReader.read(cell, kind).toString();
    } catch (WrongCell e) {
      throw new IllegalArgumentException(e.rule() + ": " + e.remedy(), e);
    }
  }

  private static String read(Kind kind, String text) {
    return read(kind, new Given.Text(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          decimal | 7.10                                | "7.10"
          decimal | -0.4                                | "-0.4"
          time    | 2026-01-31                          | "2026-01-31T00:00:00Z"
          time    | 2026/1/31                           | "2026-01-31T00:00:00Z"
          time    | 2026年1月31日                        | "2026-01-31T00:00:00Z"
          time    | 2026-01-31T08:00:00+08:00           | "2026-01-31T08:00:00+08:00"
          flag    | TRUE                                | true
          flag    | false                               | false
          words   | urn:a:b  urn:c:d                    | ["urn:a:b","urn:c:d"]
          lines   | ISO 14067; PACT-3.0；GHG Protocol    | ["ISO 14067","PACT-3.0","GHG Protocol"]
          sources | ecoinvent@3.11;a@b@2                | [{"name":"ecoinvent","version":"3.11"},{"name":"a@b","version":"2"}]
          """)
  void a_text_is_read_as_its_column_wants_it(String kind, String text, String json) {
    assertThat(read(Kind.parse(kind), text)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          decimal | 7,10       | decimal comma
          decimal | 1,234.5    | thousands separator
          decimal | 5 %        | percent sign
          decimal | 1.2E+3     | exponent
          decimal | 7.1 kg     | no unit
          decimal | 007        | leading zeros
          time    | 31.01.2026 | year first
          time    | 3/4/2026   | year first
          time    | 2026-02-30 | no such day
          time    | 2026-01-31T08:00:00 | with its offset
          flag    | yes        | neither true nor false
          sources | ecoinvent  | name@version
          """)
  void what_could_be_read_in_two_ways_is_refused(String kind, String text, String rule) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> read(Kind.parse(kind), text))
        .withMessageContaining(rule);
  }

  @Test
  void cells_of_a_workbook_keep_their_meaning() {
    LocalDateTime noon = LocalDateTime.of(2026, 1, 31, 12, 0);
    assertThat(read(Kind.TIME, new Given.Moment(noon))).isEqualTo("\"2026-01-31T12:00:00Z\"");
    assertThat(read(Kind.DECIMAL, new Given.Figure(new BigDecimal("7.1"), false)))
        .isEqualTo("\"7.1\"");
    assertThat(read(Kind.TEXT, new Given.Figure(new BigDecimal("6061"), false)))
        .isEqualTo("\"6061\"");
    assertThat(read(Kind.FLAG, new Given.Flag(false))).isEqualTo("false");
  }

  @Test
  void cells_that_excel_turned_into_something_else_are_refused() {
    Given moment = new Given.Moment(LocalDateTime.of(2026, 1, 2, 0, 0));
    Given percent = new Given.Figure(new BigDecimal("0.05"), true);
    Given broken = new Given.Unusable("#REF!", "the formula ends in an error", "Correct it.");
    for (Kind kind : Kind.values()) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .as(kind.wireName())
          .isThrownBy(() -> read(kind, broken))
          .withMessageContaining("ends in an error");
    }
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> read(Kind.DECIMAL, moment))
        .withMessageContaining("as a date");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> read(Kind.TEXT, moment))
        .withMessageContaining("is a date");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> read(Kind.DECIMAL, percent))
        .withMessageContaining("write 5 for 5 %");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> read(Kind.TIME, new Given.Figure(new BigDecimal("2025"), false)))
        .withMessageContaining("no date");
  }
}
