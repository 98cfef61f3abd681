package io.tanlian.benchmarks.ledger;

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

/** How long an append takes while as many others come in as half of what the engine can take. */
record LatencyComparison(BenchmarkServer server) implements Comparison {
  private static final double MEDIAN = 50;
  private static final double P99 = 99;

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
    BesideRawCommits measured =
        new BesideRawCommits(
            server.newDatabase(), workload, new RawCommits(server.newDatabase(), workload));
    return new Contest(
        measured.show(BesideRawCommits.View.APPENDS),
        measured.show(BesideRawCommits.View.COMMITS),
        Map.of(
            "the p99 of the same commits timed from when each was sent",
            measured.show(BesideRawCommits.View.COMMITS_FROM_SENT),
            "the median of a raw single-row commit with nothing else running",
            new Quiet(new RawCommits(server.newDatabase(), workload))));
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
