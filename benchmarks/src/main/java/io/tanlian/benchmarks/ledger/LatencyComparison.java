package io.tanlian.benchmarks.ledger;

import io.tanlian.benchmarks.database.BenchmarkDatabase;
import io.tanlian.benchmarks.database.BenchmarkServer;
import io.tanlian.benchmarks.harness.Comparison;
import io.tanlian.benchmarks.harness.Contest;
import io.tanlian.benchmarks.harness.Goal;
import io.tanlian.benchmarks.harness.Latencies;
import io.tanlian.benchmarks.harness.Side;
import io.tanlian.benchmarks.harness.Turn;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How long an append takes while as many others come in as half of what the engine can take. */
record LatencyComparison(BenchmarkServer server) implements Comparison {
  private static final double MEDIAN = 50;
  private static final double P99 = 99;
  private static final double P999 = 99.9;

  @Override
  public String word() {
    return "latency";
  }

  @Override
  public Goal goal() {
    return Goals.LATENCY;
  }

  @Override
  public Contest open() throws SQLException {
    Workload workload = new Workload(Workload.PAYLOAD_BYTES);
    AtHalfLoad ours = new AtHalfLoad(server.newDatabase(), workload);
    return new Contest(
        ours,
        new UnderLoad(new RawCommits(server.newDatabase(), workload), ours),
        Map.of(
            "the median of a raw single-row commit with nothing else running",
            new Quiet(new RawCommits(server.newDatabase(), workload))));
  }

  /**
   * The load runs for so long before it is timed: behind the CHECKPOINT of each turn every page is
   * written to the WAL in full once, which happens every few minutes on a server, not all the time.
   */
  private static Duration settling(Duration time) {
    return time.dividedBy(2);
  }

  private static final class AtHalfLoad implements Side {
    private final BenchmarkDatabase database;
    private final LedgerNode node;
    private final Workload workload;
    private double perSecondMax;

    AtHalfLoad(BenchmarkDatabase database, Workload workload) {
      this.database = database;
      this.node = new LedgerNode(database);
      this.workload = workload;
    }

    /** Finds out what the engine can take, the first half of the time only to warm up. */
    @Override
    public void warmUp(Duration time) throws Exception {
      Duration half = time.dividedBy(2);
      for (int i = 0; i < 2; i++) {
        perSecondMax = Callers.perSecond(half, this::append);
      }
      turn(half);
    }

    @Override
    public Turn turn(Duration time) throws Exception {
      double offered = perSecondMax / 2;
      SteadyLoad.run(offered, settling(time), this::append);
      Latencies latencies = SteadyLoad.run(offered, time, this::append);
      return new Turn(
          latencies.percentileMs(P99),
          Map.of(
              "appends offered a second", offered,
              "median, ms", latencies.percentileMs(MEDIAN),
              "p99.9, ms", latencies.percentileMs(P999)));
    }

    private int append() throws InterruptedException {
      node.append(workload.entry());
      return 1;
    }

    @Override
    public void close() {
      node.close();
      database.close();
    }
  }

  /** Raw commits while the appends come in. */
  private record UnderLoad(RawCommits raw, AtHalfLoad load) implements Side {
    @Override
    public Turn turn(Duration time) throws Exception {
      try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<Turn> loaded = beside.submit(() -> load.turn(time));
        raw.run(settling(time));
        Latencies latencies = raw.run(time);
        loaded.get();
        return new Turn(
            latencies.percentileMs(P99), Map.of("median, ms", latencies.percentileMs(MEDIAN)));
      }
    }

    @Override
    public void close() {
      raw.close();
    }
  }

  private record Quiet(RawCommits raw) implements Side {
    @Override
    public Turn turn(Duration time) throws SQLException {
      Latencies latencies = raw.run(time);
      return new Turn(
          latencies.percentileMs(MEDIAN), Map.of("p99, ms", latencies.percentileMs(P99)));
    }

    @Override
    public void close() {
      raw.close();
    }
  }
}
