package io.tanlian.exchange.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends what is due, as long as the service runs; on every node, each delivery by one of them. */
@Component
final class SendingRounds {
  private static final Logger LOG = LoggerFactory.getLogger(SendingRounds.class);
  private static final int SENDING_MAX = 32;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration POLL_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

  /** Longer than an attempt can take, with the fetching of two tokens. */
  static final Duration LEASE = Duration.ofMinutes(5);

  private final Deliveries deliveries;
  private final Sender sender;
  private final InstantSource clock;
  private final Semaphore free = new Semaphore(SENDING_MAX);
  private final Semaphore wakeUps = new Semaphore(0);
  private final Thread rounds =
      Thread.ofVirtual().name("deliveries").unstarted(this::sendUntilStopped);
  private volatile boolean stopped;

  SendingRounds(Deliveries deliveries, Sender sender, InstantSource clock) {
    this.deliveries = deliveries;
    this.sender = sender;
    this.clock = clock;
  }

  @PostConstruct
  void start() {
    rounds.start();
  }

  /** What is under way may end; what does not in time is sent again after its lease. */
  @PreDestroy
  void stop() throws InterruptedException {
    stopped = true;
    wakeUps.release();
    rounds.join(STOP_WITHIN);
    if (!free.tryAcquire(SENDING_MAX, STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.info("some deliveries were still under way; they are sent again later");
    }
  }

  private void sendUntilStopped() {
    while (!stopped) {
      try {
        boolean any = sendWhatIsDue();
        if (!any && wakeUps.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
          wakeUps.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException failure) {
        LOG.warn("deliveries wait: {}", failure.toString());
        pauseAfterFailure();
      }
    }
  }

  private void pauseAfterFailure() {
    try {
      wakeUps.tryAcquire(POLL_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopped = true;
    }
  }

  private boolean sendWhatIsDue() throws InterruptedException {
    free.acquire();
    free.release();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    deliveries.endWithoutConnection(now);
    List<Delivery> due = deliveries.claim(Math.max(1, free.availablePermits()), now, LEASE);
    for (Delivery delivery : due) {
      free.acquire();
      Thread.ofVirtual().name("delivery-" + delivery.number()).start(() -> send(delivery));
    }
    return !due.isEmpty();
  }

  private void send(Delivery delivery) {
    try {
      sender.send(delivery);
    } catch (RuntimeException failure) {
      LOG.warn("delivery {} waits for its next attempt", delivery.id(), failure);
    } finally {
      free.release();
      wakeUps.release();
    }
  }
}
