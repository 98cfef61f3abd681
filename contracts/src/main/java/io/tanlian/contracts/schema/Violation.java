package io.tanlian.contracts.schema;

import static io.tanlian.contracts.problem.ProblemCode.SCHEMA_DECIMAL_EXPECTED;
import static io.tanlian.contracts.problem.ProblemCode.SCHEMA_INVALID;
import static io.tanlian.contracts.problem.ProblemCode.SCHEMA_MISSING_FIELD;
import static io.tanlian.contracts.problem.ProblemCode.SCHEMA_TOO_LONG;
import static io.tanlian.contracts.problem.ProblemCode.SCHEMA_UNKNOWN_FIELD;
import static io.tanlian.contracts.problem.ProblemCode.SCHEMA_UNKNOWN_UNIT;

import com.networknt.schema.Error;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in our words what a schema's keyword found, and what to do about it. */
record Violation(Error error) {
  private static final int nameCharsMax = 64;

  Problem problem() {
    String keyword = error.getKeyword();
    return switch (keyword) {
      case "additionalProperties" ->
          atField(
              SCHEMA_UNKNOWN_FIELD,
              "There is no field \"%s\" here.".formatted(fieldName()),
              "Remove the field or correct its name.");
      case "required", "dependentRequired" ->
          atField(
              SCHEMA_MISSING_FIELD,
              "The field \"%s\" is missing.".formatted(fieldName()),
              "Add the field \"%s\".".formatted(fieldName()));
      case "false" ->
          here(
              SCHEMA_INVALID,
              "This field does not go with the others here.",
              "Remove it, or correct the field that rules it out.");
      case "type" -> wrongType();
      case "pattern" -> wrongForm();
      case "enum" -> wrongChoice();
      case "maxLength" -> tooLong("characters");
      case "maxItems" -> tooLong("elements");
      case "maxProperties" -> tooLong("fields");
      case "minLength", "minItems", "minProperties" ->
          here(SCHEMA_INVALID, "This is empty.", "Fill it in, or leave an optional field out.");
      case "uniqueItems" ->
          here(SCHEMA_INVALID, "An element occurs twice.", "Keep each element once.");
      default ->
          here(
              SCHEMA_INVALID,
              "The schema's rule %s is broken.".formatted(keyword),
              "Compare the value with the published schema.");
    };
  }

  private Problem wrongType() {
    String found = error.getInstanceNode().getNodeType().name().toLowerCase(Locale.ROOT);
    if (definition().startsWith("decimal")) {
      return here(
          SCHEMA_DECIMAL_EXPECTED,
          "A decimal string is expected, found a JSON %s.".formatted(found),
          "Write the figure as a decimal string, \"1.85\", not a JSON number.");
    }
    String expected = error.getSchemaNode().asString();
    return here(
        SCHEMA_INVALID,
        "A JSON %s is expected, found a JSON %s.".formatted(expected, found),
        "Write a JSON %s.".formatted(expected));
  }

  private Problem wrongForm() {
    String form =
        switch (definition()) {
          case "decimal" -> "a plain decimal, \"-1.85\" for one";
          case "decimalNotNegative" -> "a plain decimal that is not below zero, \"1.85\" for one";
          case "decimalNotPositive" -> "a plain decimal that is not above zero, \"-1.85\" for one";
          case "decimalShare" -> "a plain decimal from 0 to 1, \"0.2\" for a fifth";
          case "decimalShareAboveZero" ->
              "a plain decimal above 0 and at most 1, \"0.2\" for a fifth";
          case "urn" -> "a URN, urn:gtin:4712345060507 for one";
          case "uuid" -> "a UUID, 91715e5e-fd0b-4d1c-8fab-76290c46e6ed for one";
          case "statementId" -> "urn:uuid: and a UUID in lower case";
          case "participantId" -> "urn:uscc:…, urn:lei:… or did:web:…";
          case "dateTime" -> "a time with its offset, 2026-01-31T00:00:00Z for one";
          case "moment" -> "a time in UTC, 2026-01-31T00:00:00Z for one";
          case "thumbprint" -> "a JWK thumbprint of 43 base64url characters";
          case "compactJws" -> "a compact JWS, three base64url parts joined by points";
          default -> "a text of the form " + error.getSchemaNode().asString();
        };
    return here(
        definition().startsWith("decimal") ? SCHEMA_DECIMAL_EXPECTED : SCHEMA_INVALID,
        "This does not have the form of the field.",
        "Write %s.".formatted(form));
  }

  private Problem wrongChoice() {
    String allowed =
        error
            .getSchemaNode()
            .valueStream()
            .map(value -> "\"" + value.asString() + "\"")
            .collect(Collectors.joining(", "));
    return here(
        definition().equals("unit") ? SCHEMA_UNKNOWN_UNIT : SCHEMA_INVALID,
        "This is not one of the values allowed here.",
        "Write one of %s.".formatted(allowed));
  }

  private Problem tooLong(String what) {
    String limit = error.getSchemaNode().asString();
    return here(
        SCHEMA_TOO_LONG,
        "This has more than %s %s.".formatted(limit, what),
        "Shorten it to at most %s %s.".formatted(limit, what));
  }

  private Problem here(ProblemCode code, String detail, String remedy) {
    return new Problem(code, pointer(), detail, remedy);
  }

  private Problem atField(ProblemCode code, String detail, String remedy) {
    String step = field().replace("~", "~0").replace("/", "~1");
    return new Problem(code, pointer() + "/" + step, detail, remedy);
  }

  private String pointer() {
    return error.getInstanceLocation().toString();
  }

  /** The field at fault; of a dependent field the library's property is the one that demands it. */
  private String field() {
    return error.getKeyword().equals("dependentRequired")
        ? String.valueOf(error.getArguments()[0])
        : error.getProperty();
  }

  private String fieldName() {
    String name = field();
    return name.length() <= nameCharsMax ? name : name.substring(0, nameCharsMax) + "…";
  }

  /** The shared definition whose keyword was broken; empty if it was none. */
  private String definition() {
    List<String> steps = List.of(error.getSchemaLocation().toString().split("/"));
    int definitions = steps.indexOf("$defs");
    boolean direct = definitions >= 0 && steps.size() == definitions + 3;
    return direct ? steps.get(definitions + 1) : "";
  }
}
