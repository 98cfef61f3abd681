package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.seen.KeyHash;
import io.tanlian.ledger.storage.LedgerRows;
import io.tanlian.ledger.storage.NewCheckpoint;
import io.tanlian.ledger.storage.Standing;
import io.tanlian.ledger.storage.StoredHead;
import io.tanlian.ledger.storage.StoredTiles;
import io.tanlian.ledger.storage.UnansweredCommitException;
import io.tanlian.tlog.note.NoteSigner;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
  private final LedgerRows rows;
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
    this.rows = new LedgerRows(lock.statement());
    this.window = new ConflictWindow(hash);
  }

  /** This node does not lead; nothing was written. */
  static final class NotLeadingException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The ledger was not as this node had left it. Another node has written, or somebody has put back
   * a backup: before the tree is read anew, its second home is to be asked.
   */
  static final class OutdatedTreeException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** The connection was lost while the database was committing: it may have, or not. */
  static final class AmbiguousCommit extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient DraftedBatch draft;

    private AmbiguousCommit(Exception cause, DraftedBatch draft) {
      super(cause);
      this.draft = draft;
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
   * @throws OutdatedTreeException the ledger does not end with what this node wrote last; nothing
   *     was written, and the next batch reads it
   * @throws SQLException nothing of the batch is on the ledger
   * @throws CorruptLedgerException the stored tree does not have the root of its last checkpoint;
   *     nothing was written
   */
  EndedBatch commit(long epoch, List<PendingAppend> batch)
      throws SQLException, AmbiguousCommit, NotLeadingException, OutdatedTreeException {
    @Nullable GrowingTree known = knowsTree(epoch) ? tree : null;
    tree = null;
    Connection connection = dataSource.getConnection();
    try {
      connection.setAutoCommit(false);
      return commit(connection, epoch, known, batch);
    } finally {
      close(connection);
    }
  }

  private EndedBatch commit(
      Connection connection, long epoch, @Nullable GrowingTree known, List<PendingAppend> batch)
      throws SQLException, AmbiguousCommit, NotLeadingException, OutdatedTreeException {
    try {
      return known != null && fitsOneMessage(batch)
          ? inOneMessage(connection, epoch, known, batch)
          : stepByStep(connection, epoch, known, batch);
    } catch (StoredTiles.ReadFailure e) {
      rollBack(connection, e.sql());
      throw e.sql();
    } catch (SQLException e) {
      rollBack(connection, e);
      lock.endOverdueHolder(connection, e);
      throw e;
    } catch (RuntimeException | NotLeadingException | OutdatedTreeException e) {
      rollBack(connection, e);
      throw e;
    }
  }

  private static boolean fitsOneMessage(List<PendingAppend> batch) {
    return LedgerRows.fitOneMessage(
        batch.stream().mapToInt(append -> append.leaves().size()).sum());
  }

  /**
   * Decides by what this node wrote last, without the lock. The database writes nothing if that
   * turns out not to be the newest. If there is nothing to write, the same is seen with the lock.
   */
  private EndedBatch inOneMessage(
      Connection connection, long epoch, GrowingTree known, List<PendingAppend> batch)
      throws SQLException, AmbiguousCommit, NotLeadingException, OutdatedTreeException {
    BatchPlan plan = decide(connection, known, batch);
    if (plan.leaves().isEmpty()) {
      return stepByStep(connection, epoch, known, batch);
    }
    DraftedBatch draft = DraftedBatch.of(batch, plan, known, signer);
    Standing expected = new Standing(epoch, headOf(known));
    try {
      if (!rows.commit(connection, expected, draft.rows(), draft::checkpoint)) {
        throw new OutdatedTreeException();
      }
    } catch (UnansweredCommitException e) {
      throw new AmbiguousCommit(e, draft);
    }
    return committed(epoch, draft);
  }

  /** Holds the lock from the beginning. */
  private EndedBatch stepByStep(
      Connection connection, long epoch, @Nullable GrowingTree known, List<PendingAppend> batch)
      throws SQLException, AmbiguousCommit, NotLeadingException, OutdatedTreeException {
    Standing standing = lock.take(connection);
    if (standing.epoch() != epoch) {
      throw new NotLeadingException();
    }
    if (known != null && !headOf(known).equals(standing.head())) {
      throw new OutdatedTreeException();
    }
    GrowingTree current = known != null ? known : stored(connection, standing.head());
    BatchPlan plan = decide(connection, current, batch);
    if (plan.leaves().isEmpty()) {
      return nothingWritten(connection, epoch, current, plan);
    }
    DraftedBatch draft = DraftedBatch.of(batch, plan, current, signer);
    rows.add(connection, draft.rows(), draft::checkpoint);
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new AmbiguousCommit(e, draft);
    }
    return committed(epoch, draft);
  }

  private EndedBatch committed(long epoch, DraftedBatch draft) {
    remember(epoch, draft.growth().after());
    return draft.durable();
  }

  private EndedBatch nothingWritten(
      Connection connection, long epoch, GrowingTree current, BatchPlan plan) throws SQLException {
    connection.rollback();
    remember(epoch, current);
    return EndedBatch.withoutEntries(
        plan.rejections().stream().<Answer>map(Answer.Known::new).toList());
  }

  private void remember(long epoch, GrowingTree newest) {
    tree = newest;
    epochOfTree = epoch;
  }

  /**
   * Finds out what became of an ambiguous commit. The lock is granted only when the lost
   * transaction has ended, so what is read after it is final.
   */
  EndedBatch resolve(AmbiguousCommit ambiguous) throws SQLException {
    DraftedBatch draft = ambiguous.draft;
    NewCheckpoint checkpoint = draft.checkpoint();
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement query = connection.prepareStatement(CHECKPOINT_AT)) {
        lock.take(connection);
        query.setLong(1, checkpoint.size());
        try (ResultSet row = query.executeQuery()) {
          boolean committed = row.next() && row.getString(1).equals(checkpoint.note());
          return committed ? draft.durable() : draft.lost();
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

  private static StoredHead headOf(GrowingTree tree) {
    return new StoredHead(tree.size(), tree.root());
  }

  private GrowingTree stored(Connection connection, StoredHead head) {
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

  private BatchPlan decide(Connection connection, GrowingTree current, List<PendingAppend> batch)
      throws SQLException {
    return BatchPlan.decide(
        current.size(),
        batch,
        StoredConflicts.events(connection, batch, window, absentEvents),
        StoredConflicts.find(connection, batch, current.size(), window),
        window);
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
