package io.tanlian.exchange.pact.filter;

import io.tanlian.exchange.sharing.Condition;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A filter as a condition on listed declarations. */
public final class FilterCondition {

  /** Has an index: who asks for what is new mostly asks for little. */
  private static final String CREATED = "d.created";

  private FilterCondition() {}

  /** The condition; what the caller wrote is in its parameters only. */
  public static Condition of(FilterExpression expression) {
    var condition = new Condition.Builder();
    add(condition, expression);
    return condition.build();
  }

  private static void add(Condition.Builder condition, FilterExpression expression) {
    switch (expression) {
      case FilterExpression.And(var terms) -> terms.forEach(term -> add(condition, term));
      case FilterExpression.TimeIs(Property property, Operator operator, var time) -> {
        String term = column(property) + " " + operator.sql() + " %s";
        Object value = time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        if (column(property).equals(CREATED)) {
          condition.andNarrow(term, value);
        } else {
          condition.and(term, value);
        }
      }
      case FilterExpression.TextIs(Property property, String text) ->
          condition.and(text(property), text);
      case FilterExpression.AnyIs(Property property, String name) -> {
        String term = column(property) + " && ARRAY[%s]::text[]";
        String folded = name.toLowerCase(Locale.ROOT);
        if (property == Property.PRODUCT_IDS) {
          condition.andNarrow(term, folded);
        } else {
          condition.and(term, folded);
        }
      }
    }
  }

  private static String column(Property property) {
    return switch (property) {
      case CREATED, UPDATED -> CREATED;
      case REPORTING_PERIOD_START, REFERENCE_PERIOD_START -> "d.reference_start";
      case REPORTING_PERIOD_END, REFERENCE_PERIOD_END -> "d.reference_end";
      case PRODUCT_IDS -> "d.product_terms";
      case COMPANY_IDS -> "d.company_terms";
      case GEOGRAPHY_COUNTRY, GEOGRAPHY_COUNTRY_SUBDIVISION, GEOGRAPHY_REGION_OR_SUBREGION ->
          "d.geography";
      case PRODUCT_CATEGORY_CPC -> "coalesce(nullif(d.cpc, ''), 'unknown')";
      case STATUS -> "CASE WHEN d.ended_at < :treeSize THEN 'Deprecated' ELSE d.status END";
      case ID -> "d.footprint::text";
    };
  }

  /** The three places are fields of one value, of which a footprint states one. */
  private static String text(Property property) {
    String is = column(property) + " = %s";
    return switch (property) {
      case GEOGRAPHY_COUNTRY, GEOGRAPHY_COUNTRY_SUBDIVISION, GEOGRAPHY_REGION_OR_SUBREGION ->
          "(d.geography_field = '"
              + property.path().substring("pcf/".length())
              + "' AND "
              + is
              + ")";
      case ID -> "d.footprint::text = lower(%s)";
      default -> is;
    };
  }
}
