package io.tanlian.cli.world;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import tools.jackson.databind.JsonNode;

/** Reads what tests compare with, and what commands wrote. */
public final class Readings {
  private Readings() {}

  public static <T> T accepted(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value) -> value;
      case Outcome.Refused<T>(var problems) -> throw new AssertionError(problems);
    };
  }

  public static JsonNode json(String resource) {
    return accepted(StrictJson.parse(Claims.resource(resource)));
  }

  /** A file that the guides show. */
  public static JsonNode example(String name) {
    return accepted(StrictJson.parse(exampleText(name)));
  }

  public static String exampleText(String name) {
    try {
      return Files.readString(Path.of("..", "docs", "examples", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReadableWorkbook open(byte[] workbook) throws IOException {
    boolean withCellFormat = true;
    boolean cellInErrorIfParseError = false;
    return new ReadableWorkbook(
        new ByteArrayInputStream(workbook),
        new ReadingOptions(withCellFormat, cellInErrorIfParseError));
  }

  public static List<String> sheetNames(byte[] workbook) {
    try (ReadableWorkbook read = open(workbook)) {
      return read.getSheets().map(Sheet::getName).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<Row> rows(byte[] workbook, String sheet) {
    try (ReadableWorkbook read = open(workbook)) {
      return read.findSheet(sheet).orElseThrow().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
