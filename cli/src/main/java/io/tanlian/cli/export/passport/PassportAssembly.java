package io.tanlian.cli.export.passport;

import io.tanlian.cli.exchange.RecycledContentAnswer;
import io.tanlian.cli.exchange.RollUpAnswer;
import io.tanlian.cli.export.remark.Remarks;
import io.tanlian.contracts.evidence.Evidence;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.passport.BatteryCarbonFootprint;
import io.tanlian.contracts.passport.BatteryPassport;
import io.tanlian.contracts.passport.PassportFacts;
import io.tanlian.contracts.passport.RecycledContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts a passport together. */
public final class PassportAssembly {
  private PassportAssembly() {}

  /** Which places of the passport each statement proves. */
  public static Map<StatementId, SortedSet<String>> proves(
      RollUpAnswer rollUp, Optional<RecycledContentAnswer> content) {
    Map<StatementId, SortedSet<String>> proves =
        new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
    rollUp.pins().forEach(pin -> add(proves, pin.statement(), FootprintSection.PLACE));
    content.ifPresent(answer -> {
      add(proves, answer.claim(), RecycledSection.PLACE);
      answer.proof().forEach(proof -> add(proves, proof.statement(), RecycledSection.PLACE));
    });
    return proves;
  }

  public static BatteryPassport of(
      RollUpAnswer rollUp,
      Optional<RecycledContentAnswer> content,
      PassportFacts facts,
      List<Evidence> evidence) {
    Remarks remarks = new Remarks();
    BatteryCarbonFootprint footprint = FootprintSection.of(rollUp, facts.footprint(), remarks);
    Optional<RecycledContent> recycled = content.map(answer -> RecycledSection.of(answer, remarks));
    if (recycled.isEmpty()) {
      remarks.missing(
          RecycledSection.PLACE, "No claim of recycled content was named: give --claim.");
    }
    return new BatteryPassport(
        rollUp.product(),
        facts.identity(),
        footprint,
        recycled.orElse(null),
        remarks.missing(),
        remarks.doubts(),
        evidence);
  }

  private static void add(
      Map<StatementId, SortedSet<String>> proves, StatementId statement, String place) {
    proves.computeIfAbsent(statement, _ -> new TreeSet<>()).add(place);
  }
}
