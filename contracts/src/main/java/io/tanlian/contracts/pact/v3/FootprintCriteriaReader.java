package io.tanlian.contracts.pact.v3;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads criteria from a query and from an event. */
final class FootprintCriteriaReader {
  private static final String PRODUCT_ID = "productId";
  private static final String COMPANY_ID = "companyId";
  private static final String GEOGRAPHY = "geography";
  private static final String CLASSIFICATION = "classification";
  private static final String VALID_ON = "validOn";
  private static final String VALID_AFTER = "validAfter";
  private static final String VALID_BEFORE = "validBefore";
  private static final String STATUS = "status";

  static final Set<String> NAMES =
      Set.of(
          PRODUCT_ID,
          COMPANY_ID,
          GEOGRAPHY,
          CLASSIFICATION,
          VALID_ON,
          VALID_AFTER,
          VALID_BEFORE,
          STATUS);

  /** A time without seconds, as the standard's own example of a query has it. */
  private static final Pattern TO_THE_MINUTE =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2})(Z|[+-]\\d{2}:\\d{2})");

  private FootprintCriteriaReader() {}

  /** Names of parameters are taken in any case, for the standard's example mixes them. */
  static Outcome<FootprintCriteria> ofParameters(Map<String, List<String>> parameters) {
    Map<String, List<String>> given =
        parameters.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    parameter -> FootprintTerms.folded(parameter.getKey()),
                    Collectors.flatMapping(
                        parameter -> parameter.getValue().stream(), Collectors.toList())));
    try {
      return Outcome.accepted(
          criteria(
              name -> new LinkedHashSet<>(values(given, name)),
              name -> only(name, values(given, name))));
    } catch (IllegalArgumentException broken) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.REQUEST_INVALID,
              "A rule is broken: " + broken.getMessage() + ".",
              "Correct the parameter."));
    }
  }

  static Outcome<FootprintCriteria> ofEvent(JsonNode data) {
    return Fields.read(
        data,
        in -> {
          in.textOrNull("comment");
          return criteria(
              name -> new LinkedHashSet<>(in.values(name, UnaryOperator.identity())),
              in::textOrNull);
        });
  }

  private interface Names {
    Set<String> of(String criterion);
  }

  private interface Text {
    @Nullable String of(String criterion);
  }

  private static FootprintCriteria criteria(Names names, Text text) {
    return new FootprintCriteria(
        limited(PRODUCT_ID, names),
        limited(COMPANY_ID, names),
        limited(GEOGRAPHY, names),
        limited(CLASSIFICATION, names),
        time(VALID_ON, text),
        time(VALID_AFTER, text),
        time(VALID_BEFORE, text),
        limited(STATUS, names));
  }

  private static Set<String> limited(String name, Names names) {
    Set<String> values = names.of(name);
    if (values.size() > FootprintCriteria.valuesMax) {
      throw new IllegalArgumentException(
          "%s has at most %d values, not %d"
              .formatted(name, FootprintCriteria.valuesMax, values.size()));
    }
    return values;
  }

  private static List<String> values(Map<String, List<String>> given, String name) {
    return given.getOrDefault(FootprintTerms.folded(name), List.of());
  }

  private static @Nullable String only(String name, List<String> values) {
    if (values.size() > 1) {
      throw new IllegalArgumentException("%s is given once".formatted(name));
    }
    return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
  }

  private static @Nullable Instant time(String name, Text text) {
    String given = text.of(name);
    if (given == null) {
      return null;
    }
    try {
      return new DateTime(TO_THE_MINUTE.matcher(given).replaceFirst("$1:00$2")).instant();
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          "%s: %s; in a query write + as %%2B".formatted(name, malformed.getMessage()), malformed);
    }
  }
}
