package io.tanlian.exchange.delivery;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.pact.v3.FootprintId;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.exchange.readmodel.Freshness;
import io.tanlian.exchange.sharing.Accesses;
import io.tanlian.exchange.sharing.Sight;
import io.tanlian.exchange.sharing.VisibleDeclarations;
import io.tanlian.exchange.statement.RecordedStatements;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Footprints as a recipient may see them at this moment. */
@Component
final class VisibleFootprints {
  private final VisibleDeclarations visible;
  private final RecordedStatements recorded;
  private final Accesses accesses;
  private final Freshness freshness;

  VisibleFootprints(
      VisibleDeclarations visible,
      RecordedStatements recorded,
      Accesses accesses,
      Freshness freshness) {
    this.visible = visible;
    this.recorded = recorded;
    this.accesses = accesses;
    this.freshness = freshness;
  }

  /** The ids of those of these declarations' footprints whose figures the recipient may see. */
  List<FootprintId> idsOf(ParticipantId recipient, List<UUID> declarations) {
    long head = freshness.awaitHead();
    return visible.ofStatements(recipient, declarations, head).stream()
        .filter(VisibleFootprints::showsFigures)
        .map(sight -> FootprintId.of(sight.footprint()))
        .toList();
  }

  /**
   * Those of these footprints whose figures the recipient may see, as PACT v3 writes them. That
   * they are shown to the recipient is recorded.
   *
   * @param path by which they are sent, for the record
   */
  List<ObjectNode> whole(ParticipantId recipient, String path, List<FootprintId> footprints) {
    long head = freshness.awaitHead();
    List<Sight> shown =
        footprints.stream()
            .flatMap(id -> visible.ofFootprint(recipient, id.uuid(), head).stream())
            .filter(VisibleFootprints::showsFigures)
            .toList();
    accesses.record(recipient, path, shown, Set.of(GrantedPart.FIGURES));
    return shown.stream().map(this::footprint).toList();
  }

  private static boolean showsFigures(Sight sight) {
    return sight.parts().contains(GrantedPart.FIGURES);
  }

  private ObjectNode footprint(Sight sight) {
    ObjectNode body =
        recorded
            .at(sight.index(), Set.of(GrantedPart.FIGURES))
            .read()
            .disclosedClaim()
            .withObject("/productFootprint");
    if (sight.endedAt().isPresent()) {
      body.put("status", "Deprecated");
    }
    return body;
  }
}
