package io.tanlian.ledger.replay;

import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Replays a stretch of the ledger into the lanes of a rebuild. */
final class Lanes {
  private final String tail;
  private final String schema;
  private final Projection projection;
  private final DataSource dataSource;
  private final LongConsumer applied;
  private List<Long> positions;

  /**
   * Lanes that go on where each has come to.
   *
   * @param positions index of the last entry each has applied, -1 for none
   * @param applied told how many entries each commit made count, by any lane
   */
  Lanes(
      List<Long> positions,
      String tail,
      String schema,
      Projection projection,
      DataSource dataSource,
      LongConsumer applied) {
    this.positions = positions;
    this.tail = tail;
    this.schema = schema;
    this.projection = projection;
    this.dataSource = dataSource;
    this.applied = applied;
  }

  /**
   * Applies all entries before {@code end} that do not count yet.
   *
   * @throws SQLException if a lane or a page failed; what is committed stays
   */
  void replay(Ledger ledger, long end) throws SQLException, InterruptedException {
    List<Lane> lanes =
        IntStream.range(0, positions.size())
            .mapToObj(lane ->
                new Lane(lane, positions.get(lane), tail, schema, projection, dataSource, applied))
            .toList();
    try (PagesAhead pages = new PagesAhead(ledger, Collections.min(positions) + 1, end);
        ExecutorService running = Executors.newVirtualThreadPerTaskExecutor()) {
      lanes.forEach(lane -> running.execute(lane::run));
      try {
        List<SequencedEntry> page = pages.next();
        while (!page.isEmpty() && dispatched(page, lanes)) {
          page = pages.next();
        }
      } catch (ExecutionException e) {
        throw new SQLException("the ledger could not be read: " + e.getCause(), e.getCause());
      } finally {
        lanes.forEach(Lane::complete);
      }
    }
    requireNoFailure(lanes);
    positions = lanes.stream().map(Lane::position).toList();
  }

  /** False if a lane has failed. */
  private boolean dispatched(List<SequencedEntry> page, List<Lane> lanes)
      throws InterruptedException {
    long through = page.getLast().index();
    List<List<SequencedEntry>> parts =
        Stream.<List<SequencedEntry>>generate(ArrayList::new).limit(lanes.size()).toList();
    for (SequencedEntry entry : page) {
      parts.get(laneOf(projection.laneKey(entry), lanes.size())).add(entry);
    }
    for (int lane = 0; lane < lanes.size(); lane++) {
      if (!lanes.get(lane).offer(parts.get(lane), through)) {
        return false;
      }
    }
    return true;
  }

  /** The same in every run: a rebuild that goes on must find each key in its lane again. */
  private static int laneOf(String key, int lanes) {
    return Math.floorMod(key.hashCode(), lanes);
  }

  private static void requireNoFailure(List<Lane> lanes) throws SQLException {
    for (Lane lane : lanes) {
      Throwable failure = lane.failure();
      if (failure != null) {
        throw new SQLException("a rebuild's writes failed: " + failure.getMessage(), failure);
      }
    }
  }
}
