package io.tanlian.ledger;

import io.tanlian.ledger.sequencer.AbsentEvents;
import io.tanlian.ledger.sequencer.PostgresSequencer;
import io.tanlian.ledger.sequencer.SequencerLimits;
import io.tanlian.ledger.sequencer.Surroundings;
import io.tanlian.ledger.sequencer.Term;
import io.tanlian.ledger.storage.HeadSignal;
import io.tanlian.tlog.note.NoteSigner;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** One node of the service: a sequencer, and the reads. */
public final class TestNode implements AutoCloseable {
  public static final NoteSigner SIGNER = NoteSigner.generate("ledger.test.tanlian.io");

  private final PostgresSequencer sequencer;
  private final Ledger ledger;

  private TestNode(PostgresSequencer sequencer, Ledger ledger) {
    this.sequencer = sequencer;
    this.ledger = ledger;
  }

  public static TestNode on(TestDatabase database) {
    return on(database, SequencerLimits.DEFAULT);
  }

  public static TestNode on(TestDatabase database, SequencerLimits limits) {
    return on(database, database.service(2), limits);
  }

  /** A node that leads in the epoch it is told. */
  public static TestNode inTerm(TestDatabase database, Term term) {
    return around(
        database, new Surroundings(term, Optional.empty(), AbsentEvents.UNKNOWN, List.of()));
  }

  /** A node with something around its sequencer. */
  public static TestNode around(TestDatabase database, Surroundings around) {
    HeadSignal signal = new HeadSignal();
    return new TestNode(
        new PostgresSequencer(database.service(2), SIGNER, signal, SequencerLimits.DEFAULT, around),
        new Ledger(database.service(8), SIGNER.verifierKey(), signal));
  }

  /** A node whose sequencer writes through this data source. */
  public static TestNode on(TestDatabase database, DataSource writes, SequencerLimits limits) {
    HeadSignal signal = new HeadSignal();
    return new TestNode(
        new PostgresSequencer(writes, SIGNER, signal, limits),
        new Ledger(database.service(8), SIGNER.verifierKey(), signal));
  }

  public PostgresSequencer sequencer() {
    return sequencer;
  }

  public Ledger ledger() {
    return ledger;
  }

  public CompletableFuture<AppendOutcome> append(NewEntry... entries) {
    return sequencer.append(List.of(entries), AppendCondition.none());
  }

  /** Appends, and returns the first index. */
  public long appended(List<NewEntry> entries) {
    return appended(sequencer.append(entries, AppendCondition.none()));
  }

  public static long appended(CompletableFuture<AppendOutcome> answer) {
    return switch (outcome(answer)) {
      case AppendOutcome.Appended appended -> appended.firstIndex();
      case AppendOutcome other -> throw new AssertionError("not appended: " + other);
    };
  }

  public static AppendOutcome outcome(CompletableFuture<AppendOutcome> answer) {
    try {
      return answer.get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    sequencer.close();
    ledger.close();
  }
}
