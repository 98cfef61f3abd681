package io.tanlian.ledger.state;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.seen.SeenKeys;
import io.tanlian.ledger.sequencer.PostgresSequencer;
import io.tanlian.ledger.sequencer.SequencerLimits;
import io.tanlian.ledger.sequencer.Surroundings;
import io.tanlian.ledger.sequencer.Term;
import io.tanlian.ledger.storage.HeadSignal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;

/** A node that keeps state by tags in memory. */
public final class CachingNode implements AutoCloseable {
  private final StagedDatabase reads;
  private final Ledger ledger;
  private final SeenKeys seen = SeenKeys.withinDefaultBytes();
  private final StateByTags state;
  private final PostgresSequencer sequencer;

  private CachingNode(TestDatabase database, long bytesMax) {
    HeadSignal signal = new HeadSignal();
    reads = new StagedDatabase(database.service(12));
    ledger = new Ledger(reads.dataSource(), TestNode.SIGNER.verifierKey(), signal);
    state = new StateByTags(ledger, database.service(1), seen, bytesMax);
    sequencer =
        new PostgresSequencer(
            database.service(2),
            TestNode.SIGNER,
            signal,
            SequencerLimits.DEFAULT,
            new Surroundings(Term.UNCONTESTED, Optional.empty(), seen::lacksEvent, List.of(state)));
  }

  public static CachingNode on(TestDatabase database, long bytesMax) {
    return new CachingNode(database, bytesMax);
  }

  StagedDatabase reads() {
    return reads;
  }

  public Ledger ledger() {
    return ledger;
  }

  SeenKeys seen() {
    return seen;
  }

  public StateByTags state() {
    return state;
  }

  public PostgresSequencer sequencer() {
    return sequencer;
  }

  public long append(NewEntry... entries) {
    return TestNode.appended(sequencer.append(List.of(entries), AppendCondition.none()));
  }

  /** What memory says about one tag. */
  TagHistory read(String tag) {
    return state.read(Set.of(Set.of(tag)));
  }

  /** Waits until memory is as new as the database, and knows every key. */
  public CachingNode caughtUp() {
    Awaitility.await()
        .until(() -> state.applied() == ledger.head() && seen.covers() == state.applied());
    return this;
  }

  @Override
  public void close() {
    sequencer.close();
    state.close();
    ledger.close();
  }
}
