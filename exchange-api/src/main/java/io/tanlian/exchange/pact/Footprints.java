package io.tanlian.exchange.pact;

import static java.util.stream.Collectors.toMap;

import io.tanlian.contracts.pact.v3.DateTime;
import io.tanlian.contracts.pact.v3.ProductFootprint.Status;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.exchange.sharing.Sight;
import io.tanlian.exchange.statement.RecordedStatements;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Footprints as PACT v3 has them, from the ledger. */
@Component
final class Footprints {

  /** What of a declaration PACT shows. */
  static final Set<GrantedPart> SHOWN = Set.of(GrantedPart.FIGURES);

  private static final List<String> TIMES =
      List.of("created", "validityPeriodStart", "validityPeriodEnd");
  private static final List<String> PCF_TIMES =
      List.of("referencePeriodStart", "referencePeriodEnd");

  private final RecordedStatements recorded;

  Footprints(RecordedStatements recorded) {
    this.recorded = recorded;
  }

  /** The footprints of some declarations, by the index of their entry, read in one go. */
  Map<Long, ObjectNode> of(Collection<Sight> sights) {
    Map<Long, ObjectNode> claims =
        recorded.claims(sights.stream().map(Sight::index).toList(), SHOWN);
    return sights.stream()
        .collect(
            toMap(
                Sight::index,
                sight -> body(sight, Objects.requireNonNull(claims.get(sight.index())))));
  }

  private static ObjectNode body(Sight sight, ObjectNode claim) {
    ObjectNode body = claim.withObject("/productFootprint");
    if (sight.endedAt().isPresent()) {
      body.put("status", Status.DEPRECATED.wireName());
    }
    TIMES.forEach(name -> inUtc(body, name));
    PCF_TIMES.forEach(name -> inUtc(body.path("pcf"), name));
    inUtc(body.path("pcf").path("verification"), "completedAt");
    return body;
  }

  /** PACT has its times in UTC, whatever offset the declaration states them with. */
  private static void inUtc(JsonNode in, String name) {
    if (in instanceof ObjectNode object && object.path(name).isString()) {
      String stated = object.path(name).stringValue();
      if (!stated.endsWith("Z")) {
        object.put(name, DateTime.of(new DateTime(stated).instant()).text());
      }
    }
  }
}
