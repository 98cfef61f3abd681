package io.tanlian.exchange.request;

import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.pact.v3.FootprintCriteria;
import io.tanlian.contracts.pact.v3.FootprintId;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.pact.v3.ProductFootprint.Status;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.exchange.sharing.Sight;
import io.tanlian.exchange.sharing.VisibleDeclarations;
import io.tanlian.exchange.sharing.VisibleDeclarations.PageRequest;
import io.tanlian.exchange.statement.RecordedStatements;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The footprints whose figures a requester may see. */
@Component
final class GrantedFootprints {
  /** Most footprints in one answer. */
  private static final int FOOTPRINTS_MAX = 1_000;

  private static final String IS_OF =
      """
      SELECT EXISTS (SELECT FROM exchange.declaration
                     WHERE footprint = :footprint AND issuer = :issuer)
      """;

  private final VisibleDeclarations visible;
  private final RecordedStatements recorded;
  private final JdbcClient jdbc;

  GrantedFootprints(VisibleDeclarations visible, RecordedStatements recorded, JdbcClient jdbc) {
    this.visible = visible;
    this.recorded = recorded;
    this.jdbc = jdbc;
  }

  /** Those that meet the criteria; where they ask for no status, the active ones. */
  List<FootprintId> matching(ParticipantId requester, FootprintCriteria asked, long treeSize) {
    PageRequest page =
        new PageRequest(
            -1,
            treeSize,
            FOOTPRINTS_MAX,
            List.copyOf(asked.productIds()),
            List.copyOf(asked.companyIds()));
    return visible.page(requester, page).stream()
        .flatMap(sight -> matching(sight, asked).stream())
        .toList();
  }

  /** Whether the requester may see the figures of this footprint of the owner's. */
  boolean isShown(FootprintId footprint, ParticipantId owner, ParticipantId requester) {
    return jdbc.sql(IS_OF)
            .param("footprint", footprint.uuid())
            .param("issuer", owner.value())
            .query(Boolean.class)
            .single()
        && visible
            .ofFootprint(requester, footprint.uuid(), Long.MAX_VALUE)
            .filter(sight -> sight.parts().contains(GrantedPart.FIGURES))
            .isPresent();
  }

  private Optional<FootprintId> matching(Sight sight, FootprintCriteria asked) {
    if (!(recorded.at(sight.index(), Set.of()).read().statement().claim()
        instanceof Claim.Declared(ProductFootprintDeclaration declared))) {
      return Optional.empty();
    }
    ProductFootprint footprint = declared.footprint();
    Status status = sight.endedAt().isPresent() ? Status.DEPRECATED : footprint.status();
    boolean wanted = !asked.statuses().isEmpty() || status == Status.ACTIVE;
    return wanted && asked.matches(footprint, status)
        ? Optional.of(footprint.id())
        : Optional.empty();
  }
}
