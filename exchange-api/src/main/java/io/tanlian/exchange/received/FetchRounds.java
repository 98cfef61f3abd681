package io.tanlian.exchange.received;

import io.tanlian.exchange.connection.Connection;
import io.tanlian.exchange.connection.Connections;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Fetches from hosts when their schedule says so; on several nodes each by one of them. */
@Component
final class FetchRounds {
  private static final Logger LOG = LoggerFactory.getLogger(FetchRounds.class);
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final int AT_ONCE = 8;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

  private final Connections connections;
  private final Received received;
  private final Renewals renewals;
  private final InstantSource clock;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Semaphore stop = new Semaphore(0);
  private final Thread rounds = Thread.ofVirtual().name("fetches").unstarted(this::run);

  FetchRounds(Connections connections, Received received, Renewals renewals, InstantSource clock) {
    this.connections = connections;
    this.received = received;
    this.renewals = renewals;
    this.clock = clock;
  }

  @PostConstruct
  void start() {
    rounds.start();
  }

  /** What is under way may end; what does not in time is fetched again by the next schedule. */
  @PreDestroy
  void stop() throws InterruptedException {
    stop.release();
    rounds.join(STOP_WITHIN);
    if (!free.tryAcquire(AT_ONCE, STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.info("some fetches were still under way");
    }
  }

  private void run() {
    try {
      while (!stop.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          fetchWhatIsDue();
        } catch (RuntimeException failure) {
          LOG.warn("fetches wait: {}", failure.toString());
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void fetchWhatIsDue() throws InterruptedException {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (Connection due : connections.claimDueFetches(now, Math.max(1, free.availablePermits()))) {
      free.acquire();
      Thread.ofVirtual()
          .name("fetch-" + due.id())
          .start(() -> {
            try {
              fetch(due);
            } catch (RuntimeException failure) {
              LOG.warn("a fetch from {} failed", due.host(), failure);
            } finally {
              free.release();
            }
          });
    }
  }

  private void fetch(Connection connection) {
    FetchResult result = received.fetch(connection, JsonNodeFactory.instance.objectNode());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    connections.fetched(connection.id(), now, result.words());
    renewals.ask(connection, now);
  }
}
