package io.tanlian.benchmarks.ledger;

import io.tanlian.benchmarks.database.BenchmarkDatabase;
import io.tanlian.benchmarks.harness.Side;
import io.tanlian.benchmarks.harness.Turn;
import java.time.Duration;

/** Appends through the engine, one entry each, by many callers. */
final class Appends implements Side {
  private final BenchmarkDatabase database;
  private final LedgerNode node;
  private final Workload workload;

  Appends(BenchmarkDatabase database, Workload workload) {
    this.database = database;
    this.node = new LedgerNode(database);
    this.workload = workload;
  }

  @Override
  public Turn turn(Duration time) throws Exception {
    return Turn.of(
        Callers.perSecond(
            time,
            () -> {
              node.append(workload.entry());
              return 1;
            }));
  }

  @Override
  public void close() {
    node.close();
    database.close();
  }
}
