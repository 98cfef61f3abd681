package io.tanlian.verifier.state;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.key.PublicKey;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.pact.v3.FootprintId;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.verifier.state.EnrolledKey.Ending;
import io.tanlian.verifier.stock.Holding;
import io.tanlian.verifier.stock.Movement;
import io.tanlian.verifier.stock.Stock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a replay of statements knows. Immutable; a value after n entries stays what it was.
 *
 * <p>An audit replays all entries. Admission replays only those {@link StatementTags#sourcesOf}
 * names: for the statement at hand both know the same. Only statements without errors are replayed.
 */
public final class LedgerState {
  public static final LedgerState EMPTY =
      new LedgerState(
          Optional.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          EnergyBook.EMPTY);

  private final Optional<ReadStatement> genesis;
  private final PersistentMap<ParticipantId, Admission> participants;
  private final PersistentMap<String, EnrolledKey> keys;
  private final PersistentMap<StatementId, KnownStatement> statements;
  private final PersistentMap<UUID, StatementId> footprints;
  private final PersistentMap<StatementId, Holding> holdings;
  private final PersistentMap<String, KnownStatement> names;
  private final EnergyBook energy;

  private LedgerState(
      Optional<ReadStatement> genesis,
      PersistentMap<ParticipantId, Admission> participants,
      PersistentMap<String, EnrolledKey> keys,
      PersistentMap<StatementId, KnownStatement> statements,
      PersistentMap<UUID, StatementId> footprints,
      PersistentMap<StatementId, Holding> holdings,
      PersistentMap<String, KnownStatement> names,
      EnergyBook energy) {
    this.genesis = genesis;
    this.participants = participants;
    this.keys = keys;
    this.statements = statements;
    this.footprints = footprints;
    this.holdings = holdings;
    this.names = names;
    this.energy = energy;
  }

  /** The statement at index 0, whose signature the key of index 1 must have made. */
  public Optional<ReadStatement> genesis() {
    return genesis;
  }

  public Optional<Admission> participant(ParticipantId id) {
    return participants.get(id);
  }

  public Optional<EnrolledKey> key(String kid) {
    return keys.get(kid);
  }

  public Optional<KnownStatement> statement(StatementId id) {
    return statements.get(id);
  }

  /** The declaration that brought a footprint. */
  public Optional<KnownStatement> footprint(FootprintId id) {
    return footprints.get(id.uuid()).flatMap(this::statement);
  }

  /** The batches a statement brought. */
  public Optional<Holding> holding(StatementId id) {
    return holdings.get(id);
  }

  /** A batch and how much of it has been used. */
  public Optional<Stock> stock(BatchId batch) {
    return holding(batch.statement()).flatMap(holding -> holding.stock(batch.lot()));
  }

  /** Energy certificates, and claims with them. */
  public EnergyBook energy() {
    return energy;
  }

  /** The statement that brought this version of a rule pack. */
  public Optional<KnownStatement> rulePack(String id, String version) {
    return names.get(rulePackName(id, version));
  }

  /** The statement that first recovered a lot of this name at a plant, corrected away or not. */
  public Optional<KnownStatement> recoveredLot(ParticipantId recycler, Urn plant, String lot) {
    return names.get(lotName(recycler, plant, lot));
  }

  /** With a holding that is known already, so that its entries need not be replayed. */
  public LedgerState with(Holding holding) {
    return new LedgerState(
        genesis,
        participants,
        keys,
        statements,
        footprints,
        holdings.with(holding.statement(), holding),
        names,
        energy);
  }

  /** All declarations, by index. */
  public List<KnownStatement> declarations() {
    return all(Claim.Declared.class);
  }

  /** All footprints that were received from other hosts, by index. */
  public List<KnownStatement> received() {
    return all(Claim.Received.class);
  }

  private List<KnownStatement> all(Class<? extends Claim> kind) {
    List<KnownStatement> found = new ArrayList<>();
    statements.forEach(known -> {
      if (kind.isInstance(known.statement().claim())) {
        found.add(known);
      }
    });
    found.sort(Comparator.comparingLong(KnownStatement::index));
    return List.copyOf(found);
  }

  /** The state after the entry at {@code index}. */
  public LedgerState evolve(long index, ReadStatement read) {
    Statement statement = read.statement();
    KnownStatement known = KnownStatement.of(index, read);
    LedgerState next =
        withStatement(known).withMovement(index, statement).with(energy.evolve(index, statement));
    KnownStatement.Ended ended = new KnownStatement.Ended(index, statement.issuedAt());
    return switch (statement.claim()) {
      case Claim.Admitted(var admitted) -> {
        LedgerState with =
            next.with(participants.with(admitted.participant(), new Admission(index, admitted)));
        yield index == 0 ? with.withGenesis(read) : with;
      }
      case Claim.Enrolled(var enrolled) ->
          next.withKey(enrolled.participant(), enrolled.key(), index);
      case Claim.Rotated(var rotated) ->
          next.endingKey(rotated.replaces(), Ending.Cause.ROTATED, index)
              .withKey(statement.issuer(), rotated.key(), index);
      case Claim.Revoked(var revoked) -> next.endingKey(revoked.kid(), Ending.Cause.REVOKED, index);
      case Claim.Declared(var declaration) -> {
        LedgerState with = next.withFootprint(declaration.footprint().id(), known);
        for (FootprintId preceding : declaration.footprint().precedingPfIds()) {
          with =
              with.footprint(preceding)
                  .map(old -> old.supersededBy(ended))
                  .map(with::withStatement)
                  .orElse(with);
        }
        yield with;
      }
      case Claim.Withdrawn(var withdrawal) ->
          next.statement(withdrawal.statement())
              .map(old -> old.withdrawnBy(ended))
              .map(next::withStatement)
              .orElse(next);
      case Claim.Published(var publication) ->
          next.withName(rulePackName(publication.pack().id(), publication.pack().version()), known);
      case Claim.Recovered(var recovery) -> {
        LedgerState with = next;
        for (Batch batch : recovery.recovered()) {
          String name = lotName(statement.issuer(), recovery.plant(), batch.lot());
          with = with.names.get(name).isPresent() ? with : with.withName(name, known);
        }
        yield with;
      }
      case Claim.Granted _,
          Claim.Batched _,
          Claim.Offered _,
          Claim.Accepted _,
          Claim.Processed _,
          Claim.Claimed _,
          Claim.Corrected _,
          Claim.Requested _,
          Claim.Answered _,
          Claim.Certified _,
          Claim.HandedOver _,
          Claim.Cancelled _,
          Claim.Reversed _,
          Claim.Received _ ->
          next;
    };
  }

  private LedgerState with(PersistentMap<ParticipantId, Admission> changed) {
    return new LedgerState(genesis, changed, keys, statements, footprints, holdings, names, energy);
  }

  private LedgerState with(EnergyBook changed) {
    return new LedgerState(
        genesis, participants, keys, statements, footprints, holdings, names, changed);
  }

  private LedgerState withGenesis(ReadStatement first) {
    return new LedgerState(
        Optional.of(first), participants, keys, statements, footprints, holdings, names, energy);
  }

  private LedgerState withKey(ParticipantId owner, PublicKey key, long index) {
    return withKey(key.kid(), new EnrolledKey(owner, key, index, Optional.empty()));
  }

  private LedgerState withKey(String kid, EnrolledKey key) {
    return new LedgerState(
        genesis,
        participants,
        keys.with(kid, key),
        statements,
        footprints,
        holdings,
        names,
        energy);
  }

  private LedgerState endingKey(String kid, Ending.Cause cause, long index) {
    return key(kid).map(key -> withKey(kid, key.endedBy(cause, index))).orElse(this);
  }

  private LedgerState withStatement(KnownStatement known) {
    return new LedgerState(
        genesis,
        participants,
        keys,
        statements.with(known.id(), known),
        footprints,
        holdings,
        names,
        energy);
  }

  private LedgerState withFootprint(FootprintId id, KnownStatement known) {
    return new LedgerState(
        genesis,
        participants,
        keys,
        statements,
        footprints.with(id.uuid(), known.id()),
        holdings,
        names,
        energy);
  }

  private LedgerState withMovement(long index, Statement statement) {
    Optional<Movement> moved = Movement.of(statement);
    if (moved.isEmpty()) {
      return this;
    }
    LedgerState with = this;
    for (StatementId changed : moved.get().changes()) {
      with =
          with.holding(changed)
              .map(holding -> holding.after(index, moved.get()))
              .map(with::with)
              .orElse(with);
    }
    return with.holding(statement.id()).isPresent()
        ? with
        : with.with(Holding.broughtBy(index, statement, moved.get()));
  }

  private LedgerState withName(String name, KnownStatement known) {
    return new LedgerState(
        genesis,
        participants,
        keys,
        statements,
        footprints,
        holdings,
        names.with(name, known),
        energy);
  }

  private static String rulePackName(String id, String version) {
    return "pack %s %s".formatted(id, version);
  }

  private static String lotName(ParticipantId recycler, Urn plant, String lot) {
    return "lot %s %s %s".formatted(recycler.value(), plant.normalized(), lot);
  }
}
