package io.tanlian.benchmarks.pact;

import io.tanlian.benchmarks.harness.Latencies;
import io.tanlian.benchmarks.harness.Side;
import io.tanlian.benchmarks.harness.Turn;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** What a request takes when nobody else asks. */
record OneCaller(Target target, Supplier<Read> reads) implements Side {
  private static final double MEDIAN = 50;
  private static final double P99 = 99;

  /** By many callers at first, for that compiles the code sooner. */
  @Override
  public void warmUp(Duration time) throws Exception {
    new FullLoad(target, reads).turn(time);
    turn(time.dividedBy(4));
  }

  @Override
  public Turn turn(Duration time) throws Exception {
    LongStream.Builder nanos = LongStream.builder();
    long end = System.nanoTime() + time.toNanos();
    for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
      target.read(reads.get());
      nanos.add(System.nanoTime() - start);
    }
    Latencies latencies = new Latencies(nanos.build().toArray());
    return new Turn(latencies.percentileMs(MEDIAN), Map.of("p99, ms", latencies.percentileMs(P99)));
  }

  @Override
  public void close() {
    target.close();
  }
}
