package io.tanlian.exchange.rollup;

import io.tanlian.contracts.declaration.InputLine;
import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.received.FootprintReceived;
import io.tanlian.contracts.received.ReceivedFootprint;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.exchange.received.ReceivedFootprints;
import io.tanlian.exchange.sharing.Accesses;
import io.tanlian.exchange.sharing.Sight;
import io.tanlian.exchange.sharing.VisibleDeclarations;
import io.tanlian.exchange.statement.RecordedStatement;
import io.tanlian.exchange.statement.RecordedStatements;
import io.tanlian.footprint.network.SupplyNetwork;
import io.tanlian.verifier.lineage.Activities;
import io.tanlian.verifier.state.LedgerState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers the declarations behind a product, as far as a caller may see them. */
@Component
final class VisibleNetwork {

  /** One roll-up over more declarations than this is refused; the limit bounds one request. */
  static final int DECLARATIONS_MAX = 20_000;

  /** The path whose answer shows the figures; it stands in each access record. */
  static final String PATH = "/v1/products/{id}/footprint";

  private final VisibleDeclarations visible;
  private final RecordedStatements recorded;
  private final ReceivedFootprints received;
  private final Accesses accesses;

  VisibleNetwork(
      VisibleDeclarations visible,
      RecordedStatements recorded,
      ReceivedFootprints received,
      Accesses accesses) {
    this.visible = visible;
    this.recorded = recorded;
    this.received = received;
    this.accesses = accesses;
  }

  /**
   * A network, and what of it nobody signed.
   *
   * @param unsigned where each footprint came from that was received from another host, by its
   *     statement
   */
  record Behind(SupplyNetwork network, Map<StatementId, ReceivedFootprint> unsigned) {}

  /**
   * The network behind {@code product} on the first {@code treeSize} entries; empty where it has
   * more than {@link #DECLARATIONS_MAX} declarations. That the caller was shown others' figures is
   * recorded.
   */
  Optional<Behind> behind(ProductId product, ParticipantId caller, long treeSize) {
    Map<Long, RecordedStatement> found = new TreeMap<>();
    List<Sight> seen = new ArrayList<>();
    Set<Long> endings = new HashSet<>();
    Set<String> askedProducts = new HashSet<>();
    Set<UUID> askedStatements = new HashSet<>();
    Set<String> products = Set.of(product.urn().normalized());
    Set<UUID> statements = Set.of();
    while (!products.isEmpty() || !statements.isEmpty()) {
      askedProducts.addAll(products);
      askedStatements.addAll(statements);
      List<RecordedStatement> layer = new ArrayList<>();
      for (Sight sight : sights(caller, products, statements, treeSize)) {
        if (!found.containsKey(sight.index())) {
          RecordedStatement declaration = recorded.at(sight.index(), sight.parts());
          found.put(sight.index(), declaration);
          seen.add(sight);
          layer.add(declaration);
          sight.endedAt().ifPresent(endings::add);
        }
      }
      for (long index : received.ofProducts(caller, products, treeSize)) {
        found.computeIfAbsent(index, recorded::wholeAt);
      }
      if (found.size() > DECLARATIONS_MAX) {
        return Optional.empty();
      }
      products = new HashSet<>();
      statements = new HashSet<>();
      for (InputLine input : inputs(layer)) {
        products.add(input.product().urn().normalized());
        StatementId pinned = input.statement();
        if (pinned != null) {
          statements.add(pinned.uuid());
        }
      }
      products.removeAll(askedProducts);
      statements.removeAll(askedStatements);
    }
    accesses.record(caller, PATH, seen, EnumSet.allOf(GrantedPart.class));
    return Optional.of(new Behind(network(found, endings), unsigned(found.values())));
  }

  private List<Sight> sights(
      ParticipantId caller, Set<String> products, Set<UUID> statements, long treeSize) {
    List<Sight> sights = new ArrayList<>(visible.ofProducts(caller, products, treeSize));
    if (!statements.isEmpty()) {
      sights.addAll(visible.ofStatements(caller, statements, treeSize));
    }
    return sights;
  }

  private static List<InputLine> inputs(Collection<RecordedStatement> declarations) {
    List<InputLine> inputs = new ArrayList<>();
    for (RecordedStatement declaration : declarations) {
      if (declaration.read().statement().claim()
          instanceof Claim.Declared(ProductFootprintDeclaration declared)) {
        inputs.addAll(declared.inputs());
      }
    }
    return inputs;
  }

  /** Replays what was found, with the statements that ended some of it, in ledger order. */
  private SupplyNetwork network(Map<Long, RecordedStatement> found, Set<Long> endings) {
    Map<Long, ReadStatement> replay = new TreeMap<>();
    Map<Long, String> leafHashes = new HashMap<>();
    endings.forEach(index -> replay.put(index, recorded.at(index, Set.of()).read()));
    found.forEach((index, declaration) -> {
      replay.put(index, declaration.read());
      leafHashes.put(index, declaration.leafHash().toString());
    });
    LedgerState state = LedgerState.EMPTY;
    for (Map.Entry<Long, ReadStatement> entry : replay.entrySet()) {
      state = state.evolve(entry.getKey(), entry.getValue());
    }
    return SupplyNetwork.of(
        Activities.all(state, index -> leafHashes.getOrDefault(index, "")).stream()
            .filter(activity -> leafHashes.containsKey(activity.pin().index()))
            .toList());
  }

  private static Map<StatementId, ReceivedFootprint> unsigned(
      Collection<RecordedStatement> statements) {
    Map<StatementId, ReceivedFootprint> unsigned = new HashMap<>();
    for (RecordedStatement statement : statements) {
      if (statement.read().statement().claim()
              instanceof Claim.Received(FootprintReceived(ReceivedFootprint footprint))
          && footprint != null) {
        unsigned.put(statement.read().statement().id(), footprint);
      }
    }
    return Map.copyOf(unsigned);
  }
}
