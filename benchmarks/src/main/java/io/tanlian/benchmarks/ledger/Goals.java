package io.tanlian.benchmarks.ledger;

import io.tanlian.benchmarks.harness.Better;
import io.tanlian.benchmarks.harness.Goal;

/** What the ledger must reach. */
final class Goals {
  private static final String PER_SECOND = "entries/s";
  private static final String LOAD =
      "%d-byte payload that does not compress, 3 tags, %d callers on virtual threads"
          .formatted(Workload.PAYLOAD_BYTES, Callers.CALLERS);
  private static final String BATCHES =
      "other: one connection, JDBC batches of %d with reWriteBatchedInserts, one commit a batch, rows encoded beforehand, the same rows for entries, event ids and tags, same tables"
          .formatted(RawBatches.BATCH_ROWS);
  private static final String RULE =
      "a cap of %d entries a product, %d products open at once"
          .formatted(CappedProducts.ENTRIES_MAX, CappedProducts.SLOTS);

  static final Goal APPEND =
      new Goal(
          "append through the engine / raw JDBC batch",
          PER_SECOND,
          Better.HIGHER,
          0.6,
          LOAD + ", one entry an append; " + BATCHES);

  static final Goal COMMAND =
      new Goal(
          "whole command / raw JDBC batch",
          PER_SECOND,
          Better.HIGHER,
          0.35,
          LOAD
              + "; state by tags from memory, decision ("
              + RULE
              + "), append, receipt present; "
              + BATCHES);

  static final Goal AXON4 =
      new Goal(
          "whole command / Axon 4.13 with its JDBC engine",
          "commands/s",
          Better.HIGHER,
          5,
          LOAD
              + "; "
              + RULE
              + "; other: command gateway, aggregate from its events as it comes (no cache), JSON by Jackson 3, one transaction a command, %d pooled connections, a process of its own"
                  .formatted(Axon4Process.CONNECTIONS));

  static final Goal REPLAY =
      new Goal(
          "replay through the engine / raw binary cursor",
          PER_SECOND,
          Better.HIGHER,
          0.6,
          "%d-byte payload; every entry decoded and its leaf hash checked; other: cursor over the same rows, prepareThreshold -1, fetch size %d, every column read, nothing decoded"
              .formatted(Workload.PAYLOAD_BYTES, ReplayComparison.FETCH_ROWS));

  static final Goal REBUILD =
      new Goal(
          "rebuild of a projection with an upsert / the same upserts in raw batches",
          PER_SECOND,
          Better.HIGHER,
          0.5,
          "%d-byte payload, one upsert an entry into a table by product, rebuilt in %d lanes beside the table in use and swapped in; other: one connection, the rows in memory, JDBC batches of %d, one commit a batch"
              .formatted(Workload.PAYLOAD_BYTES, RebuildComparison.LANES, RawBatches.BATCH_ROWS));

  static final Goal LATENCY =
      new Goal(
          "p99 of a durable append with its receipt at half load / p99 of one raw single-row commit beside it",
          "ms",
          Better.LOWER,
          10,
          "%d-byte payload, 3 tags; open loop at half of the rate that %d callers reach; other: one row and one commit %d times a second in the same seconds; both timed from the planned start"
              .formatted(
                  Workload.PAYLOAD_BYTES, Callers.CALLERS, BesideRawCommits.COMMITS_PER_SECOND));

  private Goals() {}
}
