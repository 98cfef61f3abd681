package io.tanlian.ledger.fsck;

import io.tanlian.ledger.home.CheckpointHome;
import io.tanlian.ledger.home.HomeCheck;
import io.tanlian.ledger.home.HomeFinding;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.note.VerifierKey;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Hashes the whole ledger again and compares everything in its database with that: leaf hashes,
 * tiles of all levels, checkpoints and their signatures, event ids, tag index, epochs,
 * cosignatures; nothing may be missing and nothing too much. Reads only, one moment of the
 * database, in memory that hardly grows with its size, while the service goes on appending.
 */
public final class Fsck {
  /** A stretch is 32 tiles: enough to keep a connection busy, little enough to spread well. */
  private static final long STRETCH_ENTRIES = 8_192;

  private static final String HEAD = "select coalesce(max(size), 0) from ledger.checkpoint";

  private final DataSource dataSource;
  private final VerifierKey logKey;
  private final Optional<CheckpointHome> home;
  private final int parallel;
  private final Consumer<FsckProgress> progress;
  private final Findings findings = new Findings();

  /**
   * A check that is not begun yet.
   *
   * @param dataSource of any role that may read the ledger; gives out {@code parallel} connections
   * @param home the second home of the newest checkpoint, to be compared too
   * @param parallel how many stretches are read at the same time
   */
  public Fsck(
      DataSource dataSource,
      VerifierKey logKey,
      Optional<CheckpointHome> home,
      int parallel,
      Consumer<FsckProgress> progress) {
    if (parallel < 1) {
      throw new IllegalArgumentException("at least one stretch is read at a time");
    }
    this.dataSource = dataSource;
    this.logKey = logKey;
    this.home = home;
    this.parallel = parallel;
    this.progress = progress;
  }

  /**
   * Checks everything.
   *
   * @throws SQLException if the database does not answer
   * @throws IOException if the second home does not answer
   */
  public FsckReport run() throws SQLException, IOException, InterruptedException {
    long begun = System.nanoTime();
    Optional<SignedNote> kept = home.isPresent() ? home.get().newest() : Optional.empty();
    try (Snapshot snapshot = Snapshot.open(dataSource, parallel)) {
      long size = snapshot.with(Fsck::head);
      RowSums tags = new RowSums(size);
      RowSums events = new RowSums(size);
      GrownTree tree = new GrownTree(findings);
      Counted counted = entries(snapshot, size, tags, events, tree);
      rows(snapshot, size, DerivedTable.EVENT, events, FsckProgress.Step.EVENTS);
      rows(snapshot, size, DerivedTable.TAG, tags, FsckProgress.Step.TAGS);
      snapshot.with(connection -> {
        LoneRows.check(connection, size, findings);
        if (home.isPresent()) {
          compareHome(home.get(), kept, connection, size);
        }
        return true;
      });
      return new FsckReport(
          size,
          tree.root(),
          counted.bytes,
          counted.checkpoints,
          findings.kept(),
          findings.count(),
          Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  /** What the stretches add up to. */
  private static final class Counted {
    private long entries;
    private long bytes;
    private long checkpoints;
  }

  private Counted entries(
      Snapshot snapshot, long size, RowSums tags, RowSums events, GrownTree tree)
      throws SQLException, InterruptedException {
    long begun = System.nanoTime();
    Counted counted = new Counted();
    new InOrder(parallel * 2)
        .<StretchResult>run(
            (size + STRETCH_ENTRIES - 1) / STRETCH_ENTRIES,
            piece ->
                () -> {
                  long first = piece * STRETCH_ENTRIES;
                  long end = Math.min(size, first + STRETCH_ENTRIES);
                  return snapshot.with(connection ->
                      new EntryStretch(
                              connection, first, end, findings, tags.side(true), events.side(true))
                          .check(logKey));
                },
            stretch -> {
              snapshot.with(connection -> {
                tree.append(connection, stretch);
                return true;
              });
              counted.entries += stretch.entries();
              counted.bytes += stretch.bytes();
              counted.checkpoints += stretch.checkpoints().size();
              progress.accept(status(FsckProgress.Step.ENTRIES, counted.entries, size, begun));
            });
    return counted;
  }

  private void rows(
      Snapshot snapshot, long size, DerivedTable table, RowSums sums, FsckProgress.Step step)
      throws SQLException, InterruptedException {
    long begun = System.nanoTime();
    long blocks = snapshot.with(table::blocks);
    long pieces = (blocks + DerivedTable.PIECE_BLOCKS - 1) / DerivedTable.PIECE_BLOCKS;
    long[] done = {0, 0};
    new InOrder(parallel * 2)
        .<Long>run(
            pieces,
            piece ->
                () ->
                    snapshot.with(connection ->
                        table.sum(
                            connection,
                            piece * DerivedTable.PIECE_BLOCKS,
                            size,
                            sums.side(false),
                            findings)),
            count -> {
              done[0] += count;
              done[1]++;
              progress.accept(status(step, done[0], done[0] * pieces / done[1], begun));
            });
    for (long first : sums.differing().toArray()) {
      differing(snapshot, table, first, Math.min(size, first + RowSums.STRETCH));
    }
  }

  private void differing(Snapshot snapshot, DerivedTable table, long first, long end)
      throws SQLException, InterruptedException {
    if (findings.isFull()) {
      findings.add(new FsckFinding.StretchDiffers(first, end, table.table()));
      return;
    }
    snapshot.with(connection -> {
      switch (table) {
        case EVENT -> DifferingStretch.events(connection, first, end, findings);
        case TAG -> DifferingStretch.tags(connection, first, end, findings);
      }
      return true;
    });
  }

  private void compareHome(
      CheckpointHome asked, Optional<SignedNote> kept, Connection connection, long size)
      throws SQLException {
    if (HomeCheck.compare(asked, kept, connection, logKey) instanceof HomeFinding.Refusal refusal) {
      findings.add(new FsckFinding.HomeDisagrees(Math.max(0, size - 1), refusal.words()));
    }
  }

  private static FsckProgress status(
      FsckProgress.Step step, long done, long total, long begunNanos) {
    return new FsckProgress(step, done, total, Duration.ofNanos(System.nanoTime() - begunNanos));
  }

  private static long head(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(HEAD);
        ResultSet answer = query.executeQuery()) {
      answer.next();
      return answer.getLong(1);
    }
  }
}
