package io.tanlian.verifier.stock;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.World;
import io.tanlian.verifier.rules.Context;
import io.tanlian.verifier.rules.StatementVerifier;
import io.tanlian.verifier.state.LedgerState;
import io.tanlian.verifier.state.StatementTags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What three companies said about material or energy, and what the ledger took of it. */
public final class TradeHistory {
  private static final Duration BETWEEN_ENTRIES = Duration.ofDays(5);
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
  private static final World WORLD = World.ofParticipants();

  public static final List<Company> COMPANIES =
      List.of(
          WORLD.cathodeMaker,
          WORLD.cellMaker,
          new Company(ParticipantId.parse("did:web:recycler.example"), Company.newKey()));

  static {
    WORLD.append(WORLD.admit(COMPANIES.getLast(), Role.SUPPLIER));
    WORLD.append(WORLD.enrol(WORLD.operator, COMPANIES.getLast()));
  }

  /**
   * An entry.
   *
   * @param before the state it was judged on
   */
  public record Entry(long index, ReadStatement read, Set<String> tags, LedgerState before) {
    public StatementId id() {
      return read.statement().id();
    }

    public Claim claim() {
      return read.statement().claim();
    }
  }

  /**
   * A statement, taken or not.
   *
   * @param findings on the state after all entries before it
   * @param fromSources on the state after those of them that admission reads
   */
  public record Said(ReadStatement read, List<Finding> findings, List<Finding> fromSources) {}

  private final List<Said> said = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private LedgerState state = LedgerState.EMPTY;

  /** The companies are admitted, and have said nothing yet. */
  public TradeHistory() {
    WORLD.statements().forEach(this::take);
  }

  /** A statement to say. */
  public ReadStatement sign(Company issuer, UUID id, Claim claim) {
    return World.read(
        WORLD.sign(issuer, new StatementId(id), time(entries.size()), World.ORIGIN, claim));
  }

  /** Whether the ledger takes it. */
  public boolean say(ReadStatement read) {
    List<Finding> findings = judge(read, state);
    said.add(new Said(read, findings, judge(read, sourcedFor(read))));
    if (StatementVerifier.refuses(findings)) {
      return false;
    }
    take(read);
    return true;
  }

  private List<Finding> judge(ReadStatement read, LedgerState on) {
    return judgeAt(entries.size(), read, on);
  }

  /** What the rules find in it on a state, as if it were to stand at this index. */
  List<Finding> judgeAt(long index, ReadStatement read, LedgerState on) {
    return StatementVerifier.judge(read, on, new Context(World.ORIGIN, time(index), index));
  }

  private void take(ReadStatement read) {
    entries.add(new Entry(entries.size(), read, StatementTags.of(read), state));
    state = state.evolve(entries.size() - 1L, read);
  }

  /** All that was said. */
  public List<Said> said() {
    return said;
  }

  /** All that was taken. */
  public List<Entry> entries() {
    return entries;
  }

  /** Those that moved something. */
  public List<Entry> movements() {
    return entries.subList(WORLD.statements().size(), entries.size());
  }

  /** The state after all of it. */
  public LedgerState state() {
    return state;
  }

  /** What admission knows: only entries that carry one of the tags. */
  private LedgerState sourcedFor(ReadStatement read) {
    Set<String> sources = StatementTags.sourcesOf(read);
    LedgerState sourced = LedgerState.EMPTY;
    for (Entry entry : entries) {
      if (!Collections.disjoint(entry.tags, sources)) {
        sourced = sourced.evolve(entry.index, entry.read);
      }
    }
    return sourced;
  }

  private static Instant time(long index) {
    return START.plus(BETWEEN_ENTRIES.multipliedBy(index));
  }
}
