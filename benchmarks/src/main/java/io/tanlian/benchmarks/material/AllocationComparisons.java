package io.tanlian.benchmarks.material;

import io.tanlian.benchmarks.database.BenchmarkServer;
import io.tanlian.benchmarks.harness.Comparison;
import io.tanlian.benchmarks.harness.Contest;
import io.tanlian.benchmarks.harness.Goal;
import io.tanlian.benchmarks.harness.Side;
import io.tanlian.benchmarks.ledger.RawBatches;
import io.tanlian.benchmarks.ledger.RawBatches.Rows;
import io.tanlian.benchmarks.material.MaterialNode.Meeting;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.tlog.entry.Entry;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The comparisons of how much material can be used up in a second. */
record AllocationComparisons(BenchmarkServer server) {
  /** Nickel in the hot batch: more than a run draws of it. */
  private static final long HOT_GRAMS = 1_000_000_000;

  private static final long COLD_GRAMS = 1_000_000;
  private static final int SAMPLES = 512;

  Comparison hot() {
    return comparison(
        "hot",
        Goals.HOT,
        () -> {
          Allocations ours = onBatches(1, HOT_GRAMS, Meeting.IN_TURN);
          ours.spendAnother();
          return new Contest(
              ours,
              raw(),
              Map.of(
                  "the same with every use decided alone, without the lane",
                  onBatches(1, HOT_GRAMS, Meeting.ALONE)));
        });
  }

  Comparison many(int batches) {
    return comparison(
        "many",
        Goals.many(batches),
        () -> Contest.of(onBatches(batches, COLD_GRAMS, Meeting.IN_TURN), raw()));
  }

  /** The cost of a use must not grow with the number of earlier ones. */
  Comparison drawn(int earlier) {
    return comparison(
        "drawn",
        Goals.drawn(earlier),
        () -> {
          Allocations drawn = onBatches(1, HOT_GRAMS, Meeting.IN_TURN);
          drawn.drawBefore(earlier);
          MaterialNode fresh = new MaterialNode(server.newDatabase(), Meeting.IN_TURN);
          return Contest.of(
              drawn, new Allocations(fresh, () -> Batches.recovered(fresh, 1, HOT_GRAMS)));
        });
  }

  private Allocations onBatches(int count, long grams, Meeting meeting) throws Exception {
    MaterialNode node = new MaterialNode(server.newDatabase(), meeting);
    List<BatchId> batches = Batches.recovered(node, count, grams);
    return new Allocations(node, () -> batches);
  }

  /** Raw batches of the entries that the admission makes of such claims. */
  private Side raw() throws Exception {
    Allocations sample = onBatches(1, HOT_GRAMS, Meeting.IN_TURN);
    sample.drawBefore(SAMPLES);
    List<Entry> entries = sample.newest(SAMPLES);
    sample.close();
    Iterator<Entry> again = Stream.generate(() -> entries).flatMap(List::stream).iterator();
    return new RawBatches(server.newDatabase(), again::next, Rows.ENTRIES_EVENTS_TAGS);
  }

  private static Comparison comparison(String word, Goal goal, Contests contests) {
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
        return contests.open();
      }
    };
  }

  private interface Contests {
    Contest open() throws Exception;
  }
}
