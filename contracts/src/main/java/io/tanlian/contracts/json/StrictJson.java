package io.tanlian.contracts.json;

import static io.tanlian.contracts.problem.ProblemCode.JSON_INVALID;
import static io.tanlian.contracts.problem.ProblemCode.JSON_NOT_STRICT;
import static io.tanlian.contracts.problem.ProblemCode.JSON_TOO_LARGE;
import static io.tanlian.contracts.problem.ProblemCode.JSON_TRUNCATED;

import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON (RFC 8259) that leaves no room for two readings: I-JSON (RFC 7493) names and strings,
 * and limits on size and depth.
 *
 * <p>Refused are duplicate names, a byte order mark, malformed UTF-8, lone surrogates, control
 * characters other than tab, newline and carriage return, anything after the value, deep nesting,
 * and numbers that are not JSON ({@code NaN}) or out of reason. Numbers are read exactly, as {@code
 * BigInteger} and {@code BigDecimal}.
 */
public final class StrictJson {
  /** Largest document read. */
  public static final int documentBytesMax = 4 * 1024 * 1024;

  /** Deepest nesting of objects and arrays. */
  public static final int depthMax = 32;

  /** Most characters of one number. */
  public static final int numberLengthMax = 100;

  /** Largest power of ten, up or down, of one number: beyond it arithmetic gets expensive. */
  public static final int numberExponentMax = 400;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(depthMax)
                          .maxDocumentLength(documentBytesMax)
                          .maxNumberLength(numberLengthMax)
                          .build())
                  .build())
          .build();

  private StrictJson() {}

  /** The value in {@code document} (UTF-8), or where and why it was refused. */
  public static Outcome<JsonNode> parse(byte[] document) {
    if (document.length > documentBytesMax) {
      return refused(
          Problem.of(
              JSON_TOO_LARGE,
              "The JSON has %d bytes; the limit is %d."
                  .formatted(document.length, documentBytesMax),
              "Send less in one document."));
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
    } catch (CharacterCodingException malformed) {
      return refused(
          Problem.of(
              JSON_NOT_STRICT, "The JSON is not well-formed UTF-8.", "Send the JSON as UTF-8."));
    }
    return parse(text);
  }

  /** The value in {@code text}, or where and why it was refused. */
  public static Outcome<JsonNode> parse(String text) {
    if (text.startsWith("\uFEFF")) {
      return refused(
          Problem.of(
              JSON_NOT_STRICT,
              "The JSON starts with a byte order mark.",
              "Remove the byte order mark."));
    }
    try (JsonParser parser = MAPPER.createParser(text)) {
      return new StrictTree(parser).read();
    } catch (UnexpectedEndOfInputException truncated) {
      return refused(
          Problem.of(
              JSON_TRUNCATED,
              "The JSON ends at " + place(truncated.getLocation()) + ", before it is complete.",
              "Send the whole document."));
    } catch (StreamConstraintsException tooMuch) {
      return refused(
          Problem.of(
              JSON_NOT_STRICT,
              "The JSON goes beyond a limit: objects and arrays nest at most %d deep, a number has at most %d characters."
                  .formatted(depthMax, numberLengthMax),
              "Flatten the document or shorten the number."));
    } catch (JacksonException invalid) {
      return refused(
          Problem.of(
              JSON_INVALID,
              "Not JSON at " + place(invalid.getLocation()) + ".",
              "Check the document with a JSON validator (RFC 8259)."));
    }
  }

  /** The value as compact JSON. */
  public static String format(JsonNode value) {
    return MAPPER.writeValueAsString(value);
  }

  static String place(TokenStreamLocation location) {
    return "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static Outcome<JsonNode> refused(Problem problem) {
    return Outcome.refused(problem);
  }
}
