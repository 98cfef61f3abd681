package io.tanlian.exchange.sharing;

import io.tanlian.contracts.pact.v3.FootprintCriteria;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PACT's criteria as a condition on listed declarations: the same that the criteria match. */
public final class CriteriaCondition {

  /** The status as of the page's tree size. */
  private static final String STATUS =
      "CASE WHEN d.ended_at < :treeSize THEN 'deprecated' ELSE lower(d.status) END";

  private CriteriaCondition() {}

  /** The condition. */
  public static Condition of(FootprintCriteria criteria) {
    var condition = new Condition.Builder();
    narrow(condition, "d.product_terms && %s::text[]", criteria.productIds());
    anyOf(condition, "d.company_terms && %s::text[]", criteria.companyIds());
    anyOf(condition, "d.places && %s::text[]", criteria.geographies());
    narrow(condition, "d.classifications && %s::text[]", criteria.classifications());
    time(condition, "d.valid_from <= %s", criteria.validOn());
    time(condition, "d.valid_until >= %s", criteria.validOn());
    time(condition, "d.valid_from > %s", criteria.validAfter());
    time(condition, "d.valid_until < %s", criteria.validBefore());
    anyOf(condition, STATUS + " = ANY (%s::text[])", criteria.statuses());
    return condition.build();
  }

  private static void narrow(Condition.Builder condition, String term, Set<String> names) {
    if (!names.isEmpty()) {
      condition.andNarrow(term, sorted(names));
    }
  }

  private static void anyOf(Condition.Builder condition, String term, Set<String> names) {
    if (!names.isEmpty()) {
      condition.and(term, sorted(names));
    }
  }

  private static String[] sorted(Set<String> names) {
    return names.stream().sorted().toArray(String[]::new);
  }

  private static void time(Condition.Builder condition, String term, @Nullable Instant time) {
    if (time != null) {
      condition.and(term, time.atOffset(ZoneOffset.UTC));
    }
  }
}
