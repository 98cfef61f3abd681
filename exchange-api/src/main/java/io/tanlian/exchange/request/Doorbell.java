package io.tanlian.exchange.request;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes who works on requests when there may be something to do. */
@Component
final class Doorbell {
  private final Semaphore rings = new Semaphore(0);

  void ring() {
    rings.release();
  }

  /** Returns when it rings, or after {@code timeout}: other nodes' bells are not heard here. */
  void await(Duration timeout) throws InterruptedException {
    if (rings.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
      rings.drainPermits();
    }
  }
}
