package io.tanlian.benchmarks.ledger;

import io.tanlian.benchmarks.harness.Latencies;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An open loop: operations start by the clock, not when the last one is done. Each is timed from
 * when it was to start, so that waiting behind a slow one counts.
 */
public final class SteadyLoad {
  private SteadyLoad() {}

  /** Runs each operation on a virtual thread of its own. */
  public static Latencies run(double perSecond, Duration time, Callable<?> operation)
      throws Exception {
    Schedule schedule = Schedule.starting(perSecond, time);
    long[] nanos = new long[schedule.count()];
    CountDownLatch running = new CountDownLatch(schedule.count());
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    for (int i = 0; i < schedule.count(); i++) {
      int number = i;
      long planned = schedule.await(number);
      Thread.startVirtualThread(() -> {
        try {
          operation.call();
        } catch (Exception e) {
          failure.compareAndSet(null, e);
        }
        nanos[number] = System.nanoTime() - planned;
        running.countDown();
      });
    }
    running.await();
    Exception first = failure.get();
    if (first != null) {
      throw first;
    }
    return new Latencies(nanos);
  }
}
