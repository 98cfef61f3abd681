package io.tanlian.benchmarks.pact;

import com.sun.management.OperatingSystemMXBean;
import io.tanlian.benchmarks.harness.Side;
import io.tanlian.benchmarks.harness.Turn;
import io.tanlian.benchmarks.ledger.Callers;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * How many requests are answered in a second: every connection asks again as soon as it has its
 * answer. Each answer is compared with what was recorded.
 */
record FullLoad(Target target, Supplier<Read> reads) implements Side {
  private static final double NANOS_PER_MS = 1e6;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  @Override
  public Turn turn(Duration time) throws Exception {
    Duration serverBefore = target.processorTime();
    long clientBefore = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    long done = repeat(start + time.toNanos());
    double perSecond = Callers.perSecond(done, start);
    return new Turn(
        perSecond,
        Map.of(
            "server's processor, ms a request",
            target.processorTime().minus(serverBefore).toNanos() / NANOS_PER_MS / done,
            "client's processor, ms a request",
            (SYSTEM.getProcessCpuTime() - clientBefore) / NANOS_PER_MS / done));
  }

  private long repeat(long end) throws Exception {
    long done = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> running = new ArrayList<>();
      for (HttpsConnection connection : target.connections()) {
        running.add(threads.submit(() -> repeat(connection, end)));
      }
      for (Future<Long> one : running) {
        done += one.get();
      }
    }
    return done;
  }

  private long repeat(HttpsConnection connection, long end) throws Exception {
    long done = 0;
    while (System.nanoTime() < end) {
      Read read = reads.get();
      read.require(connection.get(read.path()));
      done++;
    }
    return done;
  }

  @Override
  public void close() {
    target.close();
  }
}
