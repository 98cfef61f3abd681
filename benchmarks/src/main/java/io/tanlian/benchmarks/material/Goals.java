package io.tanlian.benchmarks.material;

import io.tanlian.benchmarks.harness.Better;
import io.tanlian.benchmarks.harness.Goal;
import io.tanlian.benchmarks.ledger.Callers;
import io.tanlian.benchmarks.ledger.RawBatches;

/** What the use of material must reach. */
final class Goals {
  private static final String PER_SECOND = "allocations/s";
  private static final String ADMISSION =
      "%d callers on virtual threads, signed claims of recycled content that each draw %d g; the service's admission without HTTP: parse, schema, signature, rules, decision, durable append, receipt; the books are checked to the gram after every turn"
          .formatted(Callers.CALLERS, Allocations.DRAWN_GRAMS);
  private static final String RAW =
      "other: one connection, JDBC batches of %d with reWriteBatchedInserts, one commit a batch, the rows of the very same entries, encoded beforehand: nothing is read, verified or decided"
          .formatted(RawBatches.BATCH_ROWS);

  static final Goal HOT =
      new Goal(
          "allocations of one batch / raw JDBC batch",
          PER_SECOND,
          Better.HIGHER,
          0.1,
          ADMISSION + "; all of one batch; " + RAW);

  private Goals() {}

  static Goal many(int batches) {
    return new Goal(
        "allocations of %,d batches / raw JDBC batch".formatted(batches),
        PER_SECOND,
        Better.HIGHER,
        0.1,
        ADMISSION + "; each of a batch drawn at random; " + RAW);
  }

  static Goal drawn(int earlier) {
    return new Goal(
        "allocations of one batch after %,d others of it / of a fresh batch".formatted(earlier),
        PER_SECOND,
        Better.HIGHER,
        0.8,
        ADMISSION + "; all of one batch; other: the same, every turn of a batch that is new");
  }

  static Goal walk(int batches) {
    return new Goal(
        "walk back over %d tiers / the same entries in one query".formatted(Tiers.TIERS),
        "batches/s",
        Better.HIGHER,
        0.01,
        "about %,d batches; the service's walk: entries by tags, tier by tier, each parsed and its leaf hash checked, then the recoveries' parts, checked against what the claim allocates; other: one query for the bytes of the same entries by index, nothing decoded"
            .formatted(batches));
  }
}
