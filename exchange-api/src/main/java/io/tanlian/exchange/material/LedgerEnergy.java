package io.tanlian.exchange.material;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.exchange.statement.RecordedStatements;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.verifier.energy.CertificateHolding;
import io.tanlian.verifier.energy.CertificateTrace.Step;
import io.tanlian.verifier.energy.EnergyMovement;
import io.tanlian.verifier.state.EnergyBook;
import io.tanlian.verifier.state.LedgerState;
import io.tanlian.verifier.state.StatementTags;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what is said about energy certificates from the ledger, by tags. */
@Component
final class LedgerEnergy {
  private final Ledger ledger;
  private final RecordedStatements recorded;

  LedgerEnergy(Ledger ledger, RecordedStatements recorded) {
    this.ledger = ledger;
    this.recorded = recorded;
  }

  /** Those of the statements that are among the first {@code treeSize} entries. */
  List<Step> statements(Set<StatementId> ids, long treeSize) {
    return byTags(ids, StatementTags::statement, treeSize).stream()
        .filter(step -> ids.contains(step.statement().id()))
        .toList();
  }

  /** Index of the entry that undid the statement. */
  OptionalLong correctedAt(StatementId id, long treeSize) {
    return byTags(Set.of(id), StatementTags::energy, treeSize).stream()
        .filter(step ->
            EnergyMovement.of(step.statement())
                .flatMap(EnergyMovement::undoes)
                .filter(id::equals)
                .isPresent())
        .mapToLong(Step::index)
        .findFirst();
  }

  /** What a participant holds, in order of index; what was corrected away is left out. */
  List<CertificateHolding> heldBy(ParticipantId holder, long treeSize) {
    Set<StatementId> brought =
        tagged(Set.of(Set.of(StatementTags.holder(holder))), treeSize).stream()
            .map(SequencedEntry::entry)
            .map(entry -> new StatementId(entry.eventId()))
            .collect(Collectors.toSet());
    LedgerState state = LedgerState.EMPTY;
    for (SequencedEntry entry : tagged(criteria(brought, StatementTags::energy), treeSize)) {
      state = state.evolve(entry.index(), recorded.signedPart(entry));
    }
    EnergyBook book = state.energy();
    return brought.stream()
        .filter(id -> book.undoneAt(id).isEmpty())
        .flatMap(id -> book.holding(id).stream())
        .sorted(Comparator.comparingLong(CertificateHolding::index))
        .toList();
  }

  private List<Step> byTags(
      Set<StatementId> ids, Function<StatementId, String> tag, long treeSize) {
    return tagged(criteria(ids, tag), treeSize).stream()
        .map(entry -> new Step(entry.index(), recorded.signedPart(entry).statement()))
        .toList();
  }

  private List<SequencedEntry> tagged(Set<Set<String>> criteria, long treeSize) {
    return criteria.isEmpty() ? List.of() : ledger.byTags(criteria, treeSize - 1);
  }

  private static Set<Set<String>> criteria(
      Set<StatementId> ids, Function<StatementId, String> tag) {
    return ids.stream().map(tag).map(Set::of).collect(Collectors.toSet());
  }
}
