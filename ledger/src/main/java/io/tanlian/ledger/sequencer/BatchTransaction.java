package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.storage.LedgerRows;
import io.tanlian.ledger.storage.StoredHead;
import io.tanlian.ledger.storage.StoredTiles;
import io.tanlian.tlog.checkpoint.Checkpoint;
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
 * write, for exactly as long as its transaction lives; the primary key on position is the last net.
 */
final class BatchTransaction {
  private static final Logger LOG = LoggerFactory.getLogger(BatchTransaction.class);

  /** "tanlian" in ASCII: no other use of this database may lock the same number. */
  static final long LOCK_KEY = 0x74616e6c69616eL;

  private static final AppendOutcome NOT_COMMITTED =
      new AppendOutcome.Failed(
          "nothing was appended: the connection to the database was lost before the commit");

  private static final String CHECKPOINT_AT = "select note from ledger.checkpoint where size = ?";

  private final DataSource dataSource;
  private final NoteSigner signer;
  private final String begin;
  private @Nullable GrowingTree tree;

  BatchTransaction(DataSource dataSource, NoteSigner signer, SequencerLimits limits) {
    this.dataSource = dataSource;
    this.signer = signer;
    this.begin =
        """
        set local synchronous_commit = on;
        set local lock_timeout = %d;
        set local statement_timeout = %d;
        select pg_advisory_xact_lock(%d)
        """
            .formatted(limits.lockTimeoutMs(), limits.statementTimeoutMs(), LOCK_KEY);
  }

  /** A batch that is durable. */
  record Committed(long treeSize, List<AppendOutcome> outcomes) {}

  /** The connection was lost while the database was committing: it may have, or not. */
  static final class AmbiguousCommit extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient BatchPlan plan;
    private final String note;

    private AmbiguousCommit(SQLException cause, BatchPlan plan, String note) {
      super(cause);
      this.plan = plan;
      this.note = note;
    }
  }

  /**
   * Decides and commits a batch.
   *
   * @throws SQLException nothing of the batch is on the ledger
   * @throws CorruptLedgerException the stored tree does not have the root of its last checkpoint;
   *     nothing was written
   */
  Committed commit(List<PendingAppend> batch) throws SQLException, AmbiguousCommit {
    @Nullable GrowingTree before = tree;
    tree = null;
    Connection connection = dataSource.getConnection();
    try {
      connection.setAutoCommit(false);
      return commit(connection, before, batch);
    } finally {
      close(connection);
    }
  }

  private Committed commit(
      Connection connection, @Nullable GrowingTree before, List<PendingAppend> batch)
      throws SQLException, AmbiguousCommit {
    BatchPlan plan;
    GrowingTree grown;
    String note = "";
    try {
      lock(connection);
      grown = current(connection, before).copy();
      plan =
          BatchPlan.decide(
              grown.size(),
              batch,
              StoredConflicts.events(connection, batch),
              StoredConflicts.find(connection, batch, grown.size()));
      if (!plan.leaves().isEmpty()) {
        note = write(connection, plan, grown);
      }
    } catch (StoredTiles.ReadFailure e) {
      rollBack(connection, e.sql());
      throw e.sql();
    } catch (SQLException | RuntimeException e) {
      rollBack(connection, e);
      throw e;
    }
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new AmbiguousCommit(e, plan, note);
    }
    tree = grown;
    return new Committed(plan.treeSize(), plan.outcomes());
  }

  /**
   * Finds out what became of an ambiguous commit. The lock is granted only when the lost
   * transaction has ended, so what is read after it is final.
   */
  Committed resolve(AmbiguousCommit ambiguous) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement query = connection.prepareStatement(CHECKPOINT_AT)) {
        lock(connection);
        query.setLong(1, ambiguous.plan.treeSize());
        try (ResultSet row = query.executeQuery()) {
          boolean committed = row.next() && row.getString(1).equals(ambiguous.note);
          return committed
              ? new Committed(ambiguous.plan.treeSize(), ambiguous.plan.outcomes())
              : new Committed(0, failed(ambiguous));
        }
      } finally {
        connection.rollback();
      }
    }
  }

  private void lock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(begin);
    }
  }

  private GrowingTree current(Connection connection, @Nullable GrowingTree known)
      throws SQLException {
    StoredHead head = StoredHead.read(connection);
    if (known != null && known.size() == head.size() && known.root().equals(head.root())) {
      return known;
    }
    GrowingTree stored = GrowingTree.of(head.size(), new StoredTiles(connection));
    if (!stored.root().equals(head.root())) {
      throw new CorruptLedgerException(
          0,
          "the stored tree of size %d does not have the root of its checkpoint; nothing more is signed"
              .formatted(head.size()));
    }
    return stored;
  }

  private String write(Connection connection, BatchPlan plan, GrowingTree grown)
      throws SQLException {
    LedgerRows rows = new LedgerRows();
    long index = plan.firstIndex();
    for (PendingAppend.Leaf leaf : plan.leaves()) {
      rows.entry(index, leaf.entry(), leaf.hash());
      byte[] attachment = leaf.added().attachment();
      if (attachment.length > 0) {
        rows.attachment(index, attachment);
      }
      for (FullTile tile : grown.append(leaf.hash())) {
        rows.tile(tile.level(), tile.index(), tile.hashes(), tile.root());
      }
      index++;
    }
    String note =
        Checkpoint.of(signer.verifierKey().name(), grown.size(), grown.root())
            .sign(signer)
            .format();
    rows.write(connection, grown.size(), grown.root(), note);
    return note;
  }

  private static List<AppendOutcome> failed(AmbiguousCommit ambiguous) {
    return ambiguous.plan.outcomes().stream()
        .map(outcome -> outcome instanceof AppendOutcome.Appended ? NOT_COMMITTED : outcome)
        .toList();
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
