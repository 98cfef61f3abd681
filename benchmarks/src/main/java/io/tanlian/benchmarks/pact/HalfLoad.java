package io.tanlian.benchmarks.pact;

import io.tanlian.benchmarks.harness.Latencies;
import io.tanlian.benchmarks.harness.Side;
import io.tanlian.benchmarks.harness.Turn;
import io.tanlian.benchmarks.ledger.SteadyLoad;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** The p99 while requests come by the clock, at half of what the server answers at most. */
final class HalfLoad implements Side {
  private static final double MEDIAN = 50;
  private static final double P99 = 99;

  private final Target target;
  private final Supplier<Read> reads;
  private double perSecondMax;

  HalfLoad(Target target, Supplier<Read> reads) {
    this.target = target;
    this.reads = reads;
  }

  /** Finds out what the server answers at most, the first half of the time only to warm up. */
  @Override
  public void warmUp(Duration time) throws Exception {
    FullLoad full = new FullLoad(target, reads);
    for (int i = 0; i < 2; i++) {
      perSecondMax = full.turn(time.dividedBy(2)).figure();
    }
  }

  @Override
  public Turn turn(Duration time) throws Exception {
    double offered = perSecondMax / 2;
    Latencies latencies =
        SteadyLoad.run(
            offered,
            time,
            () -> {
              target.read(reads.get());
              return true;
            });
    return new Turn(
        latencies.percentileMs(P99),
        Map.of("requests offered a second", offered, "median, ms", latencies.percentileMs(MEDIAN)));
  }

  @Override
  public void close() {
    target.close();
  }
}
