package io.tanlian.benchmarks.material;

import io.tanlian.benchmarks.harness.Side;
import io.tanlian.benchmarks.harness.Turn;
import io.tanlian.benchmarks.ledger.Callers;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.exchange.statement.AdmissionOutcome;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.tlog.entry.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Claims that each draw a gram of nickel of one of the batches, through the whole admission. They
 * are signed before the clock starts. When it has stopped, the books must say that exactly what was
 * confirmed is used, and of no batch more than it had.
 */
final class Allocations implements Side {
  static final long DRAWN_GRAMS = 1;

  /** More than any turn gets done in a second. */
  private static final int SIGNED_PER_SECOND_MAX = 5_000;

  private static final int SIGNED_MIN = 2_000;
  private static final double SPARE = 2;
  private static final int SPENT_GRAMS = 300;
  private static final int TENTHS = 10;
  private static final double NANOS_PER_SECOND = 1e9;

  private final MaterialNode node;
  private final Opening batches;
  private final Books books;
  private final AtomicLong confirmedGrams = new AtomicLong();
  private double perSecond = SIGNED_PER_SECOND_MAX;

  /**
   * Allocations on a node.
   *
   * @param batches asked for before each turn
   */
  Allocations(MaterialNode node, Opening batches) {
    this.node = node;
    this.batches = batches;
    this.books = new Books(node.ledger());
  }

  /** The batches that the next turn draws of. */
  @FunctionalInterface
  interface Opening {
    List<BatchId> next() throws Exception;
  }

  /** Draws so often, unmeasured. */
  void drawBefore(int times) throws Exception {
    List<BatchId> drawn = batches.next();
    Batches.recordAll(node, Ready.of(times, () -> claim(drawn)));
    confirmedGrams.addAndGet(times * DRAWN_GRAMS);
  }

  /**
   * Many callers want a small batch three times over, unmeasured.
   *
   * @throws IllegalStateException unless it is used to the last gram, and not beyond
   */
  void spendAnother() throws Exception {
    List<BatchId> small = Batches.recovered(node, 1, SPENT_GRAMS);
    List<Callable<AdmissionOutcome>> posts =
        Ready.of(3 * SPENT_GRAMS, () -> claim(small)).stream()
            .<Callable<AdmissionOutcome>>map(claim -> () -> node.settle(claim.compact()))
            .toList();
    long recorded = 0;
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<AdmissionOutcome> answer : callers.invokeAll(posts)) {
        recorded += answer.get() instanceof AdmissionOutcome.Recorded ? DRAWN_GRAMS : 0;
      }
    }
    confirmedGrams.addAndGet(recorded);
    close(books);
    if (recorded != SPENT_GRAMS) {
      throw new IllegalStateException("of %d g %d g were used".formatted(SPENT_GRAMS, recorded));
    }
  }

  /** The newest entries. */
  List<Entry> newest(int count) {
    return node.ledger().entries(node.ledger().head() - count, count).stream()
        .map(SequencedEntry::entry)
        .toList();
  }

  @Override
  public Turn turn(Duration time) throws Exception {
    double seconds = time.toNanos() / NANOS_PER_SECOND;
    int count =
        (int) Math.max(SIGNED_MIN, Math.min(SIGNED_PER_SECOND_MAX, SPARE * perSecond) * seconds);
    Queue<String> signed = signed(count);
    AtomicInteger[] tenths = new AtomicInteger[TENTHS];
    for (int i = 0; i < TENTHS; i++) {
      tenths[i] = new AtomicInteger();
    }
    long before = confirmedGrams.get();
    AtomicLong last = new AtomicLong();
    long start = System.nanoTime();
    Callers.perSecond(
        time,
        () -> {
          String claim = signed.poll();
          if (claim == null) {
            // Faster than in the turns before: what it did until then counts.
            Thread.sleep(1);
            return 0;
          }
          int done = draw(claim);
          long nanos = System.nanoTime() - start;
          if (done > 0) {
            last.accumulateAndGet(nanos, Math::max);
          }
          tenths[(int) Math.min(nanos * TENTHS / time.toNanos(), TENTHS - 1)].addAndGet(done);
          return done;
        });
    perSecond = (confirmedGrams.get() - before) * NANOS_PER_SECOND / DRAWN_GRAMS / last.get();
    close(books);
    return new Turn(
        perSecond,
        Map.of(
            "allocations/s in the first tenth of a turn", tenths[0].get() * TENTHS / seconds,
            "allocations/s in the ninth tenth of a turn",
                tenths[TENTHS - 2].get() * TENTHS / seconds));
  }

  private int draw(String claim) throws InterruptedException {
    return switch (node.post(claim)) {
      case AdmissionOutcome.Recorded _ -> {
        confirmedGrams.addAndGet(DRAWN_GRAMS);
        yield 1;
      }
      case AdmissionOutcome.Busy busy -> {
        Thread.sleep(busy.retryAfterMs());
        yield 0;
      }
      case AdmissionOutcome.Refused refused ->
          throw new IllegalStateException("refused though there is enough: " + refused);
    };
  }

  private Queue<String> signed(int count) throws Exception {
    List<BatchId> drawn = batches.next();
    return new ConcurrentLinkedQueue<>(Ready.of(count, () -> claim(drawn).compact()));
  }

  private Company.Signed claim(List<BatchId> of) {
    BatchId batch = of.get(ThreadLocalRandom.current().nextInt(of.size()));
    return node.company().sign(Nickel.content(List.of(Nickel.allocation(batch, DRAWN_GRAMS))));
  }

  private void close(Books open) {
    long used = open.used();
    if (used != confirmedGrams.get()) {
      throw new IllegalStateException(
          "%d g are used, %d g were confirmed".formatted(used, confirmedGrams.get()));
    }
  }

  @Override
  public void close() {
    node.close();
  }
}
