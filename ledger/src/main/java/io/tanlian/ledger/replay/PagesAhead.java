package io.tanlian.ledger.replay;

import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Pages of the ledger in order, read, decoded and checked against their leaves some pages ahead of
 * who takes them.
 */
final class PagesAhead implements AutoCloseable {
  /** Entries of up to 64 KB each: at worst 256 MB ahead. */
  private static final int PAGES_AHEAD = 8;

  private static final int PAGE_ENTRIES = 512;

  private final Ledger ledger;
  private final long end;
  private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Future<List<SequencedEntry>>> underway = new ArrayDeque<>();
  private long asked;

  /** Entries {@code [from, end)}, all of them committed. */
  PagesAhead(Ledger ledger, long from, long end) {
    this.ledger = ledger;
    this.asked = from;
    this.end = end;
  }

  /** The next page; an empty one at the end. */
  List<SequencedEntry> next() throws InterruptedException, ExecutionException {
    while (asked < end && underway.size() < PAGES_AHEAD) {
      long from = asked;
      int count = (int) Math.min(PAGE_ENTRIES, end - from);
      underway.add(readers.submit(() -> ledger.entries(from, count)));
      asked += count;
    }
    return underway.isEmpty() ? List.of() : underway.remove().get();
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
