package io.tanlian.benchmarks.ledger;

import io.tanlian.benchmarks.database.BenchmarkServer;
import io.tanlian.benchmarks.harness.Comparison;
import io.tanlian.benchmarks.harness.Suite;
import java.nio.file.Path;
import java.util.List;

/**
 * The ledger beside raw JDBC and Axon 4.13.
 *
 * @param axon4 the folder of the peer's module
 */
public record LedgerSuite(Path axon4) implements Suite {
  private static final int REPLAY_ENTRIES = 300_000;
  private static final int REPLAY_ENTRIES_QUICK = 60_000;
  private static final int REBUILD_ENTRIES = 200_000;
  private static final int REBUILD_ENTRIES_QUICK = 30_000;

  @Override
  public String word() {
    return "ledger";
  }

  @Override
  public String title() {
    return "the ledger's engine beside raw JDBC and Axon 4.13 on the same PostgreSQL";
  }

  @Override
  public List<Comparison> comparisons(BenchmarkServer server, boolean quick) {
    ThroughputComparisons throughput = new ThroughputComparisons(server);
    return List.of(
        throughput.append(),
        throughput.command(),
        throughput.axon4(axon4, quick),
        new ReplayComparison(server, quick ? REPLAY_ENTRIES_QUICK : REPLAY_ENTRIES),
        new RebuildComparison(server, quick ? REBUILD_ENTRIES_QUICK : REBUILD_ENTRIES),
        new LatencyComparison(server));
  }
}
