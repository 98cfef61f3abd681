package io.tanlian.benchmarks.ledger;

import io.tanlian.benchmarks.harness.Latencies;
import io.tanlian.benchmarks.ledger.LedgerSize.Read;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.tlog.TilePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** Each kind of read of a ledger, at random places and all through. */
final class LedgerReads {
  private static final int READS = 1_000;
  private static final int TILE_ENTRIES = 256;
  private static final double MEDIAN = 50;
  private static final double P99 = 99;

  private final Ledger ledger;
  private final long size;
  private final Random random = new Random(1);
  private final List<Read> reads = new ArrayList<>();

  LedgerReads(Ledger ledger) {
    this.ledger = ledger;
    this.size = ledger.head();
  }

  List<Read> measure() {
    List<String> statements = Stream.generate(this::anyStatementTag).limit(READS).toList();
    time("an entry by index", index -> ledger.entry(index).orElseThrow());
    time("an entry by its statement's tag", index -> byTag(statements.get((int) (index % READS))));
    time("the entries of one of 100,000 products", _ -> byTag(Workload.anyProductTag()));
    time("a receipt", index -> ledger.receipt(index).orElseThrow());
    time(
        "a tile of hashes",
        index -> ledger.tile(TilePath.Hashes.at(0, index / TILE_ENTRIES, size)));
    time("an entry bundle", index -> ledger.tile(TilePath.Entries.at(index / TILE_ENTRIES, size)));
    long start = System.nanoTime();
    long read = 0;
    while (read < size) {
      read += ledger.entries(read, Ledger.PAGE_ENTRIES_MAX).size();
    }
    reads.add(
        new Read(
            "all entries, each leaf hash checked", Callers.perSecond(read, start), "entries/s"));
    return reads;
  }

  private List<SequencedEntry> byTag(String tag) {
    return ledger.byTags(Set.of(Set.of(tag)), size - 1);
  }

  private String anyStatementTag() {
    return ledger.entry(random.nextLong(size)).orElseThrow().entry().tags().getLast();
  }

  private void time(String what, LongFunction<?> read) {
    long[] nanos = new long[READS];
    for (int i = -READS; i < READS; i++) {
      long index = random.nextLong(size);
      long start = System.nanoTime();
      var _ = read.apply(index);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      }
    }
    Latencies latencies = new Latencies(nanos);
    reads.add(new Read(what + ", median", latencies.percentileMs(MEDIAN), "ms"));
    reads.add(new Read(what + ", p99", latencies.percentileMs(P99), "ms"));
  }
}
