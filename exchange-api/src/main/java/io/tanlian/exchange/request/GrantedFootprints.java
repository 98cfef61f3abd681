package io.tanlian.exchange.request;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.pact.v3.FootprintCriteria;
import io.tanlian.contracts.pact.v3.FootprintId;
import io.tanlian.contracts.pact.v3.ProductFootprint.Status;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.exchange.sharing.CriteriaCondition;
import io.tanlian.exchange.sharing.FootprintPages;
import io.tanlian.exchange.sharing.FootprintPages.PageRequest;
import io.tanlian.exchange.sharing.Sight;
import io.tanlian.exchange.sharing.VisibleDeclarations;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The footprints whose figures a requester may see. */
@Component
final class GrantedFootprints {
  /** Most footprints in one answer. */
  private static final int FOOTPRINTS_MAX = 1_000;

  private final VisibleDeclarations visible;
  private final FootprintPages pages;

  GrantedFootprints(VisibleDeclarations visible, FootprintPages pages) {
    this.visible = visible;
    this.pages = pages;
  }

  /** Those that meet the criteria; where they ask for no status, the active ones. */
  List<FootprintId> matching(ParticipantId requester, FootprintCriteria asked, long treeSize) {
    return pages
        .page(
            requester,
            new PageRequest(
                -1, treeSize, FOOTPRINTS_MAX, CriteriaCondition.of(activeUnlessAsked(asked))))
        .stream()
        .map(sight -> FootprintId.of(sight.footprint()))
        .toList();
  }

  /** Whether the requester may see the figures of this footprint of the owner's. */
  boolean isShown(FootprintId footprint, ParticipantId owner, ParticipantId requester) {
    return visible
        .ofFootprint(requester, footprint.uuid(), Long.MAX_VALUE)
        .filter(sight -> sight.issuer().equals(owner))
        .map(Sight::parts)
        .filter(parts -> parts.contains(GrantedPart.FIGURES))
        .isPresent();
  }

  private static FootprintCriteria activeUnlessAsked(FootprintCriteria asked) {
    return asked.statuses().isEmpty()
        ? new FootprintCriteria(
            asked.productIds(),
            asked.companyIds(),
            asked.geographies(),
            asked.classifications(),
            asked.validOn(),
            asked.validAfter(),
            asked.validBefore(),
            Set.of(Status.ACTIVE.wireName()))
        : asked;
  }
}
