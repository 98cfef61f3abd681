package io.tanlian.benchmarks.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many callers at once on virtual threads, each waiting for its answer before it asks again. */
public final class Callers {
  /** How many. */
  public static final int CALLERS = 128;

  private static final double NANOS_PER_SECOND = 1e9;

  private Callers() {}

  /** What a caller does again and again. */
  @FunctionalInterface
  public interface Call {
    /** Returns how much it got done. */
    int run() throws Exception;
  }

  /** How much all callers got done in a second. */
  public static double perSecond(Duration time, Call call) throws Exception {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    long done = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> running = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        running.add(threads.submit(() -> repeat(end, call)));
      }
      for (Future<Long> caller : running) {
        done += caller.get();
      }
    }
    return perSecond(done, start);
  }

  /** The rate of what was done since a moment of {@link System#nanoTime}. */
  public static double perSecond(long done, long startNanos) {
    return done * NANOS_PER_SECOND / (System.nanoTime() - startNanos);
  }

  private static long repeat(long end, Call call) throws Exception {
    long done = 0;
    while (System.nanoTime() < end) {
      done += call.run();
    }
    return done;
  }
}
