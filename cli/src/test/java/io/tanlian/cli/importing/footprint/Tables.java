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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Footprints written as tables, by the fields' paths in their JSON. */
final class Tables {
  /** As many digits as a number of a workbook has. */
  private static final int DIGITS_MAX = 15;

  private Tables() {}

  static byte[] csv(List<? extends JsonNode> footprints) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(names());
      footprints.forEach(footprint ->
          csv.writeRecord(names().stream().map(name -> text(footprint, name)).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(UTF_8);
  }

  static byte[] xlsx(List<? extends JsonNode> footprints) {
    List<List<Cell>> rows = new ArrayList<>();
    footprints.forEach(
        footprint -> rows.add(names().stream().map(name -> cell(text(footprint, name))).toList()));
    return ExcelFile.bytes(
        List.of(new Sheet("S", names().stream().map(name -> new Column(name, 9)).toList(), rows)));
  }

  private static List<String> names() {
    return FootprintColumns.all().stream().map(FootprintColumn::name).toList();
  }

  private static String text(JsonNode footprint, String name) {
    JsonNode value = footprint.at("/" + name.replace('.', '/'));
    if (value.isArray()) {
      return value
          .valueStream()
          .map(one ->
              one.isObject()
                  ? one.path("name").asString() + "@" + one.path("version").asString()
                  : one.asString())
          .collect(Collectors.joining("\n"));
    }
    return value.isMissingNode() ? "" : value.asString();
  }

  /** A number where a workbook's number says the same, else a text. */
  private static Cell cell(String text) {
    if (text.isEmpty()) {
      return new Cell.Empty();
    }
    if (text.matches("-?[0-9]+(\\.[0-9]+)?")) {
      BigDecimal number = new BigDecimal(text);
      if (number.precision() <= DIGITS_MAX
          && number.stripTrailingZeros().toPlainString().equals(text)) {
        return new Cell.Figure(number);
      }
    }
    return new Cell.Text(text);
  }
}
