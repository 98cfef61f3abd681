package io.tanlian.example.battery.endtoend;

import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.PublishOutcome;
import io.tanlian.cli.exchange.Refusal;
import io.tanlian.contracts.statement.SignedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Several threads that publish one statement after another, each until it gets no answer, and note
 * what they were told.
 */
final class Writers implements AutoCloseable {
  private static final int THREADS = 6;
  private static final Duration END_TIMEOUT = Duration.ofSeconds(30);

  private final ExchangeClient client;
  private final ServiceAccess access;
  private final CountDownLatch enough;
  private final ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<SignedStatement> unanswered = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Refusal> refusals = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads;

  /** A statement that the service said is on the ledger. */
  record Acknowledged(SignedStatement statement, PublishOutcome.Published published) {}

  private Writers(ServiceAccess access, int enough) {
    this.client = access.connect();
    this.access = access;
    this.enough = new CountDownLatch(enough);
    this.threads =
        IntStream.range(0, THREADS)
            .mapToObj(number -> Thread.ofVirtual().name("writer-" + number).unstarted(this::write))
            .toList();
  }

  /**
   * Starts them.
   *
   * @param enough how many acknowledgements {@link #awaitEnough} waits for
   */
  static Writers start(ServiceAccess access, int enough) {
    Writers writers = new Writers(access, enough);
    writers.threads.forEach(Thread::start);
    return writers;
  }

  private void write() {
    while (!Thread.currentThread().isInterrupted()) {
      SignedStatement statement = access.newStatement();
      switch (client.postStatement(statement)) {
        case PublishOutcome.Published published -> {
          acknowledged.add(new Acknowledged(statement, published));
          enough.countDown();
        }
        case PublishOutcome.Refused(Refusal refusal) -> {
          unanswered.add(statement);
          refusals.add(refusal);
          return;
        }
        case PublishOutcome.Failed _ -> {
          unanswered.add(statement);
          return;
        }
      }
    }
  }

  void awaitEnough() throws InterruptedException {
    if (!enough.await(END_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("too few statements were acknowledged in time: " + refusals);
    }
  }

  List<Acknowledged> acknowledged() {
    return new ArrayList<>(acknowledged);
  }

  List<SignedStatement> unanswered() {
    return new ArrayList<>(unanswered);
  }

  List<Refusal> refusals() {
    return new ArrayList<>(refusals);
  }

  /** Ends them; a statement under way counts as unanswered. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        if (!thread.join(END_TIMEOUT)) {
          throw new AssertionError(thread.getName() + " hangs");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while the writers end", e);
    } finally {
      client.close();
    }
  }
}
