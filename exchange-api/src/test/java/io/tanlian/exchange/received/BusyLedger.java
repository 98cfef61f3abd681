package io.tanlian.exchange.received;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.exchange.DatabaseAccess;
import io.tanlian.exchange.serve.NodeUnderTest;
import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.sequencer.BatchLock;
import io.tanlian.ledger.sequencer.PostgresSequencer;
import io.tanlian.ledger.sequencer.SequencerLimits;
import io.tanlian.tlog.entry.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A node whose ledger takes no more while this is open, for its queue is full and stands still. */
final class BusyLedger implements AutoCloseable {
  /** Holds on an empty ledger only, so nothing of what fills the queue is ever appended. */
  private static final AppendCondition NEVER = new AppendCondition(-1, Set.of(Set.of()));

  private final Connection holder;
  private final List<CompletableFuture<AppendOutcome>> waiting = new ArrayList<>();

  private BusyLedger(Connection holder) {
    this.holder = holder;
  }

  static BusyLedger of(NodeUnderTest node) throws SQLException {
    BusyLedger busy = new BusyLedger(node.part(DatabaseAccess.class).asOwner().getConnection());
    busy.holder.setAutoCommit(false);
    try (Statement sql = busy.holder.createStatement()) {
      sql.execute("select pg_advisory_xact_lock(" + BatchLock.LOCK_KEY + ")");
    }
    busy.fill(node.part(PostgresSequencer.class));
    return busy;
  }

  private void fill(PostgresSequencer sequencer) {
    SequencerLimits limits = SequencerLimits.DEFAULT;
    for (int i = 0; i <= limits.queueAppendsMax() + limits.batchAppendsMax(); i++) {
      CompletableFuture<AppendOutcome> next = sequencer.append(List.of(anEntry()), NEVER);
      if (next.getNow(new AppendOutcome.NotLeading()) instanceof AppendOutcome.Busy) {
        return;
      }
      waiting.add(next);
    }
    throw new AssertionError("the queue has no end");
  }

  private static NewEntry anEntry() {
    return NewEntry.of(
        Entry.of(
            UUID.randomUUID(),
            "test",
            "1",
            Instant.parse("2026-11-21T08:00:00Z"),
            Set.of("test"),
            Map.of(),
            new byte[0]));
  }

  @Override
  public void close() throws SQLException {
    holder.rollback();
    holder.close();
    assertThat(waiting)
        .extracting(CompletableFuture::join)
        .noneMatch(AppendOutcome.Appended.class::isInstance);
  }
}
