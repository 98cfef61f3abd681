package io.tanlian.benchmarks.ledger;

import io.tanlian.benchmarks.database.BenchmarkServer;
import io.tanlian.benchmarks.harness.Comparison;
import io.tanlian.benchmarks.harness.Contest;
import io.tanlian.benchmarks.harness.Goal;
import io.tanlian.benchmarks.ledger.RawBatches.Rows;
import java.nio.file.Path;
import java.util.Map;

/** The comparisons of how much goes in. */
final class ThroughputComparisons {
  private final BenchmarkServer server;
  private final Workload workload = new Workload(Workload.PAYLOAD_BYTES);

  ThroughputComparisons(BenchmarkServer server) {
    this.server = server;
  }

  Comparison append() {
    return comparison(
        "append",
        Goals.APPEND,
        () ->
            new Contest(
                new Appends(server.newDatabase(), workload),
                rawBatches(Rows.ENTRIES_EVENTS_TAGS),
                Map.of("a raw JDBC batch that writes entry rows only", rawBatches(Rows.ENTRIES))));
  }

  Comparison command() {
    return comparison(
        "command",
        Goals.COMMAND,
        () ->
            new Contest(
                new WholeCommands(server.newDatabase(), workload),
                rawBatches(Rows.ENTRIES_EVENTS_TAGS),
                Map.of("a raw JDBC batch that writes entry rows only", rawBatches(Rows.ENTRIES))));
  }

  /** Axon 4.13 as it comes; where there is time, also with a cache that forgets nothing. */
  Comparison axon4(Path module, boolean quick) {
    return comparison(
        "axon4",
        Goals.AXON4,
        () ->
            new Contest(
                new WholeCommands(server.newDatabase(), workload),
                new Axon4Process(server.newDatabase(), module, false),
                quick
                    ? Map.of()
                    : Map.of(
                        "Axon 4.13 with a cache of aggregates that forgets nothing",
                        new Axon4Process(server.newDatabase(), module, true))));
  }

  private RawBatches rawBatches(Rows rows) throws Exception {
    return new RawBatches(server.newDatabase(), () -> workload.entry().entry(), rows);
  }

  private static Comparison comparison(String word, Goal goal, Opening opening) {
    return new Comparison() {
      @Override
      public String word() {
        return word;
      }

      @Override
      public Goal goal() {
        return goal;
      }

      @Override
      public Contest open() throws Exception {
        return opening.open();
      }
    };
  }

  private interface Opening {
    Contest open() throws Exception;
  }
}
