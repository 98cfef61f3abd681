package io.tanlian.benchmarks.ledger;

import io.tanlian.benchmarks.database.BenchmarkDatabase;
import io.tanlian.benchmarks.harness.Latencies;
import io.tanlian.benchmarks.harness.Side;
import io.tanlian.benchmarks.harness.Turn;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Appends and, now and then, a raw commit in the same stretch of time, so that what the disk or the
 * machine does to one it does to the other. Both come by the clock and are timed from when it said:
 * a disk that stands still for a moment delays all that were due meanwhile, on either side. Of raw
 * commits that came one right behind the other, one among thousands would have seen it.
 */
final class BesideRawCommits {
  private static final double MEDIAN = 50;
  private static final double P99 = 99;
  private static final double P999 = 99.9;

  /** Few enough not to be a load themselves. */
  static final int COMMITS_PER_SECOND = 200;

  private final BenchmarkDatabase database;
  private final LedgerNode node;
  private final Workload workload;
  private final RawCommits raw;
  private final Map<View, Turn> measured = new EnumMap<>(View.class);
  private double appendsPerSecond;
  private boolean closed;

  /** Of what the p99 is shown. */
  enum View {
    APPENDS,
    COMMITS,
    /** As if each had come only when the one before was done. */
    COMMITS_FROM_SENT
  }

  BesideRawCommits(BenchmarkDatabase database, Workload workload, RawCommits raw) {
    this.database = database;
    this.node = new LedgerNode(database);
    this.workload = workload;
    this.raw = raw;
  }

  /** A side of the comparison: what it shows was measured together with the others. */
  Side show(View view) {
    return new Part(this, view);
  }

  private record Part(BesideRawCommits both, View view) implements Side {
    @Override
    public void warmUp(Duration time) throws Exception {
      if (both.appendsPerSecond == 0) {
        both.findRate(time);
      }
    }

    @Override
    public Turn turn(Duration time) throws Exception {
      return both.take(view, time);
    }

    @Override
    public void close() {
      both.close();
    }
  }

  private void close() {
    if (!closed) {
      closed = true;
      node.close();
      database.close();
      raw.close();
    }
  }

  /** Half of what the engine can take, found in the second half of the time. */
  private void findRate(Duration time) throws Exception {
    Duration half = time.dividedBy(2);
    for (int i = 0; i < 2; i++) {
      appendsPerSecond = Callers.perSecond(half, this::append) / 2;
    }
    runBoth(half);
  }

  /** Each view takes its part of what was measured for all of them. */
  private Turn take(View view, Duration time) throws Exception {
    Turn waiting = measured.remove(view);
    if (waiting != null) {
      return waiting;
    }
    measure(time);
    return Objects.requireNonNull(measured.remove(view));
  }

  private void measure(Duration time) throws Exception {
    runBoth(settling(time));
    Both both = runBoth(time);
    measured.put(
        View.APPENDS,
        new Turn(
            both.appends().percentileMs(P99),
            Map.of(
                "appends offered a second", appendsPerSecond,
                "median, ms", both.appends().percentileMs(MEDIAN),
                "p99.9, ms", both.appends().percentileMs(P999))));
    measured.put(
        View.COMMITS,
        new Turn(
            both.commits().fromPlanned().percentileMs(P99),
            Map.of("median, ms", both.commits().fromPlanned().percentileMs(MEDIAN))));
    measured.put(View.COMMITS_FROM_SENT, Turn.of(both.commits().fromSent().percentileMs(P99)));
  }

  private record Both(Latencies appends, RawCommits.Timed commits) {}

  private Both runBoth(Duration time) throws Exception {
    try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
      Future<RawCommits.Timed> commits = beside.submit(() -> raw.run(COMMITS_PER_SECOND, time));
      Latencies appends = SteadyLoad.run(appendsPerSecond, time, this::append);
      return new Both(appends, commits.get());
    }
  }

  /**
   * The load runs for so long before it is timed: behind the CHECKPOINT of each turn every page is
   * written to the WAL in full once, which happens every few minutes on a server, not all the time.
   */
  private static Duration settling(Duration time) {
    return time.dividedBy(2);
  }

  private int append() throws InterruptedException {
    node.append(workload.entry());
    return 1;
  }
}
