package io.tanlian.exchange.pact.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.exchange.pact.filter.FilterExpression.And;
import io.tanlian.exchange.pact.filter.FilterExpression.AnyIs;
import io.tanlian.exchange.pact.filter.FilterExpression.TextIs;
import io.tanlian.exchange.pact.filter.FilterExpression.TimeIs;
import io.tanlian.exchange.sharing.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParseTest {
  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({"eq, EQ", "lt, LT", "le, LE", "gt, GT", "ge, GE"})
  void a_time_is_compared_by_any_operator(String keyword, Operator operator) {
    assertThat(parsed("created " + keyword + " 2026-01-01T00:00:00Z"))
        .isEqualTo(new TimeIs(Property.CREATED, operator, NEW_YEAR));
  }

  @Test
  void a_time_may_be_quoted_and_have_an_offset() {
    assertThat(parsed("updated ge '2026-01-01T08:00:00.000+08:00'"))
        .isEqualTo(new TimeIs(Property.UPDATED, Operator.GE, NEW_YEAR));
  }

  @Test
  void terms_are_joined_by_and_grouped_by_parentheses_and_spaced_at_will() {
    assertThat(
            parsed(
                " ( pcf/geographyCountry eq 'DE')and(created gt 2026-01-01T00:00:00Z and"
                    + " productCategoryCpc eq '3342' ) "))
        .isEqualTo(
            new And(
                List.of(
                    new TextIs(Property.GEOGRAPHY_COUNTRY, "DE"),
                    new And(
                        List.of(
                            new TimeIs(Property.CREATED, Operator.GT, NEW_YEAR),
                            new TextIs(Property.PRODUCT_CATEGORY_CPC, "3342"))))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "productIds/any(id:id eq 'urn:gtin:1')",
        "productIds/any(productId:(productId eq 'urn:gtin:1'))",
        "(productIds/any( x : ((x eq 'urn:gtin:1')) ))"
      })
  void any_asks_for_one_of_several_names(String filter) {
    assertThat(parsed(filter)).isEqualTo(new AnyIs(Property.PRODUCT_IDS, "urn:gtin:1"));
  }

  @Test
  void a_quote_within_a_text_is_doubled_and_never_leaves_it() {
    assertThat(parsed("productCategoryCpc eq 'it''s'' or true'"))
        .isEqualTo(new TextIs(Property.PRODUCT_CATEGORY_CPC, "it's' or true"));
    Condition condition =
        FilterCondition.of(parsed("productCategoryCpc eq 'x''; DROP TABLE d; --'"));
    assertThat(condition.sql()).doesNotContain("DROP");
    assertThat(condition.parameters()).containsValue("x'; DROP TABLE d; --");
  }

  @Test
  void an_empty_filter_asks_nothing() {
    assertThat(parsed("")).isEqualTo(new And(List.of()));
    assertThat(FilterCondition.of(parsed("  "))).isEqualTo(Condition.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "companyName eq 'x' | 1 | does not filter by companyName",
        "created | 8 | eq, lt, le, gt or ge is expected, not the end",
        "created ge | 11 | a time is expected, not the end",
        "created ge yesterday | 12 | a time is expected, not \"yesterday\"",
        "created ge '2026-02-30T00:00:00Z' | 12 | on a day that exists",
        "created ge 2026-01-01 | 12 | RFC 3339",
        "created ne 2026-01-01T00:00:00Z | 9 | \"ne\" is not supported",
        "created ge 2026-01-01T00:00:00Z or id eq 'x' | 33 | \"and\" or the end is expected",
        "not created ge 2026-01-01T00:00:00Z | 1 | does not filter by not",
        "pcf/geographyCountry gt 'DE' | 22 | by eq only",
        "pcf/geographyCountry eq DE | 25 | a text in quotes is expected",
        "pcf/geographyCountry eq 'DE | 25 | no closing quote",
        "productIds eq 'x' | 1 | write productIds/any(id:id eq '...')",
        "productIds/any(id:x eq 'x') | 19 | stands for nothing here; write id",
        "productIds/any(id:id lt 'x') | 22 | by eq only",
        "productIds/any(id id eq 'x') | 19 | \":\" is expected",
        "status/any(s:s eq 'Active') | 1 | has one value",
        "productIds/all(id:id eq 'x') | 1 | does not filter by productIds/all",
        "(created ge 2026-01-01T00:00:00Z | 33 | \")\" is expected, not the end",
        "created ge 2026-01-01T00:00:00Z) | 32 | \"and\" or the end is expected",
        "contains(productIds,'x') | 20 | does not belong here",
        "startswith(id eq 'x') | 1 | does not filter by startswith",
        "created = '2026-01-01T00:00:00Z' | 9 | does not belong here",
        "and | 1 | does not filter by and",
        "() | 2 | a property is expected",
      })
  void what_is_not_understood_is_refused_with_what_and_where(
      String filter, int position, String words) {
    assertThat(refused(filter)).startsWith("$filter, character " + position + ": ").contains(words);
  }

  @Test
  void length_depth_and_number_are_limited() {
    assertThat(refused(" ".repeat(FilterParse.CHARS_MAX + 1))).contains("at most 4000 characters");
    assertThat(refused("(".repeat(21) + "id eq 'x'" + ")".repeat(21))).contains("20 deep");
    assertThat(refused("id eq 'x'" + " and id eq 'x'".repeat(50))).contains("50 comparisons");
  }

  /** Whatever is sent is either understood or refused. */
  @Test
  void no_filter_breaks_the_parser() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] pieces = {
      "created",
      "productIds/any",
      "(",
      ")",
      ":",
      "'",
      "''",
      "and",
      "eq",
      "ge",
      "id",
      " ",
      "x",
      "2026-01-01T00:00:00Z",
      "/",
      "\u0000",
      "\ud800",
      "é",
      "'DE'",
      "-",
      "$"
    };
    for (int round = 0; round < 20_000; round++) {
      StringBuilder filter = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        filter.append(pieces[random.nextInt(pieces.length)]);
      }
      FilterParse parse = FilterParse.of(filter.toString());
      assertThat(parse).as("seed %d: %s", seed, filter).isNotNull();
      if (parse instanceof FilterParse.Parsed(FilterExpression expression)) {
        assertThat(FilterCondition.of(expression).sql()).isNotBlank();
      }
    }
  }

  private static FilterExpression parsed(String filter) {
    return switch (FilterParse.of(filter)) {
      case FilterParse.Parsed(FilterExpression expression) -> expression;
      case FilterParse.Refused(String words) -> throw new AssertionError(words);
    };
  }

  private static String refused(String filter) {
    return switch (FilterParse.of(filter)) {
      case FilterParse.Parsed(FilterExpression expression) ->
          throw new AssertionError("understood: " + expression);
      case FilterParse.Refused(String words) -> words;
    };
  }
}
