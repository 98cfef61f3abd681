package io.tanlian.benchmarks.ledger;

import io.tanlian.benchmarks.harness.Latencies;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An open loop: operations start by the clock, not when the last one is done. Each is timed from
 * when it was to start, so that waiting behind a slow one counts.
 */
public final class SteadyLoad {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private SteadyLoad() {}

  /** Runs each operation on a virtual thread of its own. */
  public static Latencies run(double perSecond, Duration time, Callable<?> operation)
      throws Exception {
    int count = (int) Math.max(1, perSecond * time.toMillis() / 1_000);
    long[] nanos = new long[count];
    CountDownLatch running = new CountDownLatch(count);
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      int number = i;
      long planned = start + (long) (i * (NANOS_PER_SECOND / perSecond));
      awaitClock(planned);
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

  private static void awaitClock(long nanoTime) {
    long rest = nanoTime - System.nanoTime();
    while (rest > 0) {
      LockSupport.parkNanos(rest);
      rest = nanoTime - System.nanoTime();
    }
  }
}
