package io.tanlian.ledger.sequencer;

import io.tanlian.tlog.note.SignedNote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What is due between the commit of a batch and the answers to its callers: listeners hear of it,
 * and the checkpoint goes to its second home. Meanwhile the sequencer goes on, a few batches ahead
 * at most.
 */
final class Acknowledgements {
  private static final int BATCHES_AHEAD_MAX = 4;

  private final BlockingQueue<Optional<Acknowledgement>> waiting =
      new ArrayBlockingQueue<>(BATCHES_AHEAD_MAX);
  private final Consumer<CommittedBatch> announcing;
  private final Keeping keeping;
  private final Thread thread;

  /** What is done with the newest checkpoint before its callers hear of it. */
  @FunctionalInterface
  interface Keeping {
    /** Returns when the checkpoint is kept; false if it never will be. */
    boolean keep(SignedNote newest) throws InterruptedException;
  }

  /**
   * The answers of a batch.
   *
   * @param batch empty if nothing was committed; what its callers hear may still be about a batch
   *     before it, which must be kept first
   * @param kept runs when its checkpoint, or a later one, is kept
   * @param lost runs when it never will be
   */
  record Acknowledgement(Optional<CommittedBatch> batch, Runnable kept, Runnable lost) {}

  /**
   * Starts.
   *
   * @param announcing gets every batch, in order
   */
  Acknowledgements(Consumer<CommittedBatch> announcing, Keeping keeping) {
    this.announcing = announcing;
    this.keeping = keeping;
    this.thread = Thread.ofPlatform().name("ledger-acknowledge").daemon().start(this::run);
  }

  /** Waits while too many batches are ahead of the second home. */
  void add(Acknowledgement acknowledgement) throws InterruptedException {
    waiting.put(Optional.of(acknowledgement));
  }

  /** Ends when all that waits is answered, or the time is up. */
  void close(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    waiting.offer(Optional.empty(), patience.toNanos(), TimeUnit.NANOSECONDS);
    if (!thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
      thread.interrupt();
    }
  }

  private void run() {
    List<Optional<Acknowledgement>> next = new ArrayList<>();
    try {
      do {
        next.clear();
        next.add(waiting.take());
        waiting.drainTo(next);
        List<Acknowledgement> batches = next.stream().flatMap(Optional::stream).toList();
        List<CommittedBatch> committed =
            batches.stream().flatMap(each -> each.batch().stream()).toList();
        committed.forEach(announcing);
        boolean kept = committed.isEmpty() || keeping.keep(committed.getLast().checkpoint());
        batches.forEach(each -> (kept ? each.kept() : each.lost()).run());
      } while (next.getLast().isPresent());
    } catch (InterruptedException _) {
      waiting.drainTo(next);
      next.stream().flatMap(Optional::stream).forEach(each -> each.lost().run());
    }
  }
}
