package io.tanlian.ledger.replay;

import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.axon.TailPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Rebuilds a projection from the first entry on, beside the tables in use, which answer queries and
 * follow the ledger all the while. At the end the new tables take their place, and the tail goes on
 * with them: a reader sees all of the old or all of the new. A run that is killed leaves nothing
 * but tables in the staging schema, and the next one goes on where it was.
 */
public final class Rebuild {
  /** Rather another stretch of replay than so long a swap, behind which readers wait. */
  private static final long SWAP_ENTRIES_MAX = 1_000;

  private static final int SWAP_ATTEMPTS_MAX = 20;
  private static final long SWAP_PAUSE_MS = 500;

  /** PostgreSQL's lock_not_available and deadlock_detected. */
  private static final Set<String> LOCK_REFUSED = Set.of("55P03", "40P01");

  private static final String CLAIM =
      "select pg_try_advisory_lock(hashtextextended('tanlian rebuild ' || ?, 0))";

  private final String tail;
  private final Ledger ledger;
  private final DataSource owner;
  private final StagedTables tables;
  private final Projection projection;
  private final int lanes;
  private final Consumer<RebuildProgress> progress;
  private final AtomicLong applied = new AtomicLong();

  /**
   * A rebuild that is not begun yet.
   *
   * @param tail the name of the tail that keeps the tables in step
   * @param owner of the role that owns tables and schemas; gives out as many connections as there
   *     are lanes, and two more
   * @param lanes how many write at the same time; a rebuild that goes on keeps its number
   * @param progress told from time to time, by several threads
   */
  public Rebuild(
      String tail,
      Ledger ledger,
      DataSource owner,
      StagedTables tables,
      Projection projection,
      int lanes,
      Consumer<RebuildProgress> progress) {
    if (lanes < 1) {
      throw new IllegalArgumentException("a rebuild has at least one lane");
    }
    this.tail = tail;
    this.ledger = ledger;
    this.owner = owner;
    this.tables = tables;
    this.projection = projection;
    this.lanes = lanes;
    this.progress = progress;
  }

  /**
   * Rebuilds and swaps.
   *
   * @param afresh throws away what an earlier run has left, instead of going on with it
   * @return what this run has done
   * @throws RebuildRefusedException if another rebuild is under way, or the tables in use are never
   *     free for the swap
   */
  public RebuildProgress run(boolean afresh)
      throws SQLException, InterruptedException, RebuildRefusedException {
    long begun = System.nanoTime();
    try (Connection claim = owner.getConnection()) {
      claim(claim);
      List<Long> positions = begin(afresh);
      long before = Collections.min(positions) + 1;
      Lanes replay =
          new Lanes(
              positions,
              tail,
              tables.staging(),
              projection,
              owner,
              count -> progress.accept(status(before, applied.addAndGet(count), begun)));
      replay.replay(ledger, ledger.head());
      analyze();
      for (int attempt = 1; ; attempt++) {
        long end = ledger.head();
        replay.replay(ledger, end);
        if (swapped(end - 1)) {
          return status(before, applied.get(), begun);
        }
        if (attempt == SWAP_ATTEMPTS_MAX) {
          throw new RebuildRefusedException(
              "The new tables are ready, but the old ones are in use without a pause, or the ledger"
                  + " grows faster than it is replayed. Run the rebuild again at a quieter time; it"
                  + " goes on from here.");
        }
        Thread.sleep(SWAP_PAUSE_MS);
      }
    }
  }

  private RebuildProgress status(long before, long count, long begunNanos) {
    return new RebuildProgress(
        before,
        count,
        Math.max(ledger.knownHead(), before + count),
        Duration.ofNanos(System.nanoTime() - begunNanos));
  }

  /** Held until its connection is closed. */
  private void claim(Connection connection) throws SQLException, RebuildRefusedException {
    try (PreparedStatement query = connection.prepareStatement(CLAIM)) {
      query.setString(1, tail);
      try (ResultSet answer = query.executeQuery()) {
        if (!answer.next() || !answer.getBoolean(1)) {
          throw new RebuildRefusedException(
              "Another rebuild of " + tail + " is under way. Wait for it, or stop it.");
        }
      }
    }
  }

  private List<Long> begin(boolean afresh) throws SQLException {
    try (Connection connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      List<Long> positions = LanePositions.read(connection, tail);
      if (afresh || positions.isEmpty()) {
        LanePositions.forget(connection, tail);
        tables.create(connection);
        LanePositions.begin(connection, tail, lanes);
        positions = Collections.nCopies(lanes, -1L);
      }
      connection.commit();
      return positions;
    }
  }

  private void analyze() throws SQLException {
    try (Connection connection = owner.getConnection()) {
      tables.analyze(connection);
    }
  }

  /**
   * Takes over if the tail is at most a little ahead: what it followed meanwhile is applied here
   * too, so that the tables never go back.
   */
  private boolean swapped(long rebuilt) throws SQLException {
    try (Connection connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      // First the tail's row, then the tables: the order in which the tail itself locks.
      tables.limitWaits(connection);
      long followed = TailPosition.lock(connection, tail);
      if (followed - rebuilt > SWAP_ENTRIES_MAX) {
        connection.rollback();
        return false;
      }
      tables.lock(connection);
      if (followed > rebuilt) {
        int count = (int) (followed - rebuilt);
        projection.apply(connection, tables.staging(), ledger.entries(rebuilt + 1, count));
        applied.addAndGet(count);
      } else if (followed < rebuilt) {
        TailPosition.put(connection, tail, rebuilt);
      }
      tables.swap(connection);
      LanePositions.forget(connection, tail);
      connection.commit();
      return true;
    } catch (SQLException e) {
      if (LOCK_REFUSED.contains(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }
}
