package io.tanlian.cli.exchange;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads {@code application/problem+json} (RFC 9457) as Tanlian's native API writes it. */
final class ProblemDocument {
  private ProblemDocument() {}

  /** The refusal in an answer's body; a body that is no problem document gives its status alone. */
  static Refusal read(int status, byte[] body) {
    JsonNode document =
        switch (StrictJson.parse(body)) {
          case Outcome.Accepted<JsonNode>(JsonNode value) -> value;
          case Outcome.Refused<JsonNode> refused -> MissingNode.getInstance();
        };
    String detail = text(document, "detail").or(() -> text(document, "title")).orElse("");
    List<Problem> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (JsonNode error : document.path("errors")) {
      problem(error).ifPresentOrElse(known::add, () -> unknown.add(words(error)));
    }
    JsonNode index = document.path("index");
    return new Refusal(
        status,
        text(document, "code").orElse(""),
        String.join(" ", joined(detail.isEmpty() ? words(status) : detail, unknown)),
        index.canConvertToLong() ? OptionalLong.of(index.longValue()) : OptionalLong.empty(),
        known);
  }

  /** One reason, if its code is known here and its pointer is one. */
  static Optional<Problem> problem(JsonNode error) {
    String pointer = text(error, "pointer").orElse("");
    return text(error, "code")
        .flatMap(ProblemCode::parse)
        .filter(code -> pointer.isEmpty() || pointer.startsWith("/"))
        .map(code ->
            new Problem(
                code,
                pointer,
                text(error, "detail").orElse(code.title() + "."),
                text(error, "remedy").orElse("")));
  }

  private static String words(int status) {
    return status == 429 || status == 503
        ? "The exchange is busy; try again later."
        : "HTTP status " + status + ".";
  }

  private static String words(JsonNode error) {
    return "%s %s: %s %s"
        .formatted(
            text(error, "code").orElse("(no code)"),
            text(error, "pointer").orElse(""),
            text(error, "detail").orElse(""),
            text(error, "remedy").orElse(""))
        .strip();
  }

  private static List<String> joined(String first, List<String> rest) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(rest);
    return all;
  }

  private static Optional<String> text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }
}
