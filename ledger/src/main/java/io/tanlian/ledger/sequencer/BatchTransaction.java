package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.seen.KeyHash;
import io.tanlian.ledger.storage.BatchRows;
import io.tanlian.ledger.storage.LedgerRows;
import io.tanlian.ledger.storage.NewCheckpoint;
import io.tanlian.ledger.storage.StoredHead;
import io.tanlian.ledger.storage.StoredTiles;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.SignedNote;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches, one transaction each. A transaction-level advisory lock lets one node at a time
 * write, for exactly as long as its transaction lives, and the epoch read under it fences off a
 * node that no longer leads; the primary key on position is the last net.
 */
final class BatchTransaction {
  private static final Logger LOG = LoggerFactory.getLogger(BatchTransaction.class);

  private static final int REACH_TIMEOUT_MS = 2_000;
  private static final String CHECKPOINT_AT = "select note from ledger.checkpoint where size = ?";

  private final DataSource dataSource;
  private final NoteSigner signer;
  private final AbsentEvents absentEvents;
  private final BatchLock lock;
  private final ConflictWindow window;
  private final LedgerRows rows = new LedgerRows();
  private @Nullable GrowingTree tree;
  private long epochOfTree;

  BatchTransaction(
      DataSource dataSource,
      NoteSigner signer,
      SequencerLimits limits,
      KeyHash hash,
      AbsentEvents absentEvents) {
    this.dataSource = dataSource;
    this.signer = signer;
    this.absentEvents = absentEvents;
    this.lock = new BatchLock(limits);
    this.window = new ConflictWindow(hash);
  }

  /** This node does not lead; nothing was written. */
  static final class NotLeadingException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** The connection was lost while the database was committing: it may have, or not. */
  static final class AmbiguousCommit extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient WrittenBatch written;

    private AmbiguousCommit(SQLException cause, WrittenBatch written) {
      super(cause);
      this.written = written;
    }
  }

  /**
   * False at first, after a failure and in a new epoch: what is stored may be other than what this
   * node wrote last.
   */
  boolean knowsTree(long epoch) {
    return tree != null && epochOfTree == epoch;
  }

  /**
   * Decides and commits a batch.
   *
   * @param epoch the one that this node leads
   * @throws NotLeadingException another epoch has begun; nothing was written
   * @throws SQLException nothing of the batch is on the ledger
   * @throws CorruptLedgerException the stored tree does not have the root of its last checkpoint;
   *     nothing was written
   */
  EndedBatch commit(long epoch, List<PendingAppend> batch)
      throws SQLException, AmbiguousCommit, NotLeadingException {
    @Nullable GrowingTree before = tree;
    tree = null;
    Connection connection = dataSource.getConnection();
    try {
      connection.setAutoCommit(false);
      return commit(connection, epoch, before, batch);
    } finally {
      close(connection);
    }
  }

  private EndedBatch commit(
      Connection connection, long epoch, @Nullable GrowingTree before, List<PendingAppend> batch)
      throws SQLException, AmbiguousCommit, NotLeadingException {
    GrowingTree current;
    WrittenBatch written;
    try {
      BatchLock.Held held = lock.take(connection);
      if (held.epoch() != epoch) {
        throw new NotLeadingException();
      }
      current = current(connection, held.head(), before);
      written = write(connection, current, batch);
    } catch (StoredTiles.ReadFailure e) {
      rollBack(connection, e.sql());
      throw e.sql();
    } catch (SQLException | RuntimeException | NotLeadingException e) {
      rollBack(connection, e);
      throw e;
    }
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new AmbiguousCommit(e, written);
    }
    tree = written.growth() == null ? current : written.growth().after();
    epochOfTree = epoch;
    return written.durable();
  }

  /**
   * Finds out what became of an ambiguous commit. The lock is granted only when the lost
   * transaction has ended, so what is read after it is final.
   */
  EndedBatch resolve(AmbiguousCommit ambiguous) throws SQLException {
    WrittenBatch written = ambiguous.written;
    if (written.checkpoint() == null) {
      return written.durable();
    }
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement query = connection.prepareStatement(CHECKPOINT_AT)) {
        lock.take(connection);
        query.setLong(1, written.plan().treeSize());
        try (ResultSet row = query.executeQuery()) {
          boolean committed = row.next() && row.getString(1).equals(written.checkpoint().format());
          return committed ? written.durable() : written.lost();
        }
      } finally {
        connection.rollback();
      }
    }
  }

  /** Returns if the database can be reached. */
  void reach() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setNetworkTimeout(Runnable::run, REACH_TIMEOUT_MS);
      statement.execute("select 1");
    }
  }

  private GrowingTree current(Connection connection, StoredHead head, @Nullable GrowingTree known) {
    if (known != null && known.size() == head.size() && known.root().equals(head.root())) {
      return known;
    }
    window.restart(head.size());
    GrowingTree stored = GrowingTree.of(head.size(), new StoredTiles(connection));
    if (!stored.root().equals(head.root())) {
      throw new CorruptLedgerException(
          0,
          "the stored tree of size %d does not have the root of its checkpoint; nothing more is signed"
              .formatted(head.size()));
    }
    return stored;
  }

  private WrittenBatch write(Connection connection, GrowingTree current, List<PendingAppend> batch)
      throws SQLException {
    BatchPlan plan =
        BatchPlan.decide(
            current.size(),
            batch,
            StoredConflicts.events(connection, batch, window, absentEvents),
            StoredConflicts.find(connection, batch, current.size(), window),
            window);
    if (plan.leaves().isEmpty()) {
      return new WrittenBatch(batch, plan, null, null);
    }
    GrowingTree.Growth growth =
        current.grow(plan.leaves().stream().map(PendingAppend.Leaf::hash).toList());
    GrowingTree after = growth.after();
    // Beside the sending: it takes as long as a dozen rows.
    CompletableFuture<SignedNote> signing =
        CompletableFuture.supplyAsync(
            () ->
                Checkpoint.of(signer.verifierKey().name(), after.size(), after.root()).sign(signer),
            Thread::startVirtualThread);
    rows.add(
        connection,
        new BatchRows(
            plan.firstIndex(),
            plan.leaves().stream().map(PendingAppend.Leaf::rows).toList(),
            growth.filled()),
        () -> new NewCheckpoint(after.size(), after.root(), signing.join().format()));
    return new WrittenBatch(batch, plan, growth, signing.join());
  }

  /**
   * By now the batch is committed or rolled back; a connection that does not close changes neither.
   */
  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("the connection of a batch did not close", e);
    }
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
