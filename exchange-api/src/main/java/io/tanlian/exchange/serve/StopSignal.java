package io.tanlian.exchange.serve;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The word to stop that a process gets from outside (Ctrl-C, SIGTERM). It is listened for before
 * anything starts: a start under way is given up at its next step, and leaves nothing behind.
 */
public final class StopSignal {

  private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);
  private static final Duration STEP_TIMEOUT = Duration.ofSeconds(90);

  private final CountDownLatch given = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CompletableFuture<AutoCloseable> started = new CompletableFuture<>();
  private volatile boolean awaited;

  private StopSignal() {}

  /** Listens from now on. */
  public static StopSignal listen() {
    var signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(signal::stop));
    return signal;
  }

  /** Starts something that reports each step before it begins, and closes all if it fails. */
  @FunctionalInterface
  public interface Start<T extends AutoCloseable> {
    T start(Consumer<String> progress) throws IOException, StartRefused;
  }

  /**
   * Starts what is closed when the process ends, for whatever reason.
   *
   * @throws CancellationException if the process was told to stop meanwhile
   */
  public <T extends AutoCloseable> T start(Start<T> start, Consumer<String> progress)
      throws IOException, StartRefused {
    try {
      T running =
          start.start(step -> {
            if (given.getCount() == 0) {
              throw new CancellationException("Told to stop before it was up.");
            }
            progress.accept(step);
          });
      started.complete(running);
      return running;
    } finally {
      started.complete(() -> {});
    }
  }

  /**
   * Waits until the process was told to stop and what was started is closed. The process then ends
   * with exit code 0: it was stopped as told.
   */
  public void await() throws InterruptedException {
    awaited = true;
    closed.await();
  }

  private void stop() {
    given.countDown();
    try {
      started.get(STEP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).close();
    } catch (TimeoutException | ExecutionException e) {
      LOG.error("the start under way did not end in {} s", STEP_TIMEOUT.toSeconds(), e);
    } catch (Exception e) {
      LOG.error("stopping failed", e);
    }
    closed.countDown();
    if (awaited) {
      Runtime.getRuntime().halt(0);
    }
  }
}
