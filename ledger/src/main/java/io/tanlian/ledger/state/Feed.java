package io.tanlian.ledger.state;

import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.sequencer.CommittedBatch;
import io.tanlian.tlog.entry.Entry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands on every committed entry once, in order of index. What this node commits comes by itself;
 * what other nodes commit is read from the ledger, on a thread of its own.
 */
final class Feed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final int PAGE_ENTRIES = 256;

  /** Batches that are kept while what goes before them is read. */
  private static final int WAITING_BATCHES_MAX = 64;

  /**
   * After a commit of this node is heard of, how long its entries may take to come by themselves.
   */
  private static final Duration OWN_COMMIT_PAUSE = Duration.ofMillis(10);

  private static final Duration HEAD_WAIT = Duration.ofSeconds(1);
  private static final Duration RETRY_PAUSE = Duration.ofMillis(200);
  private static final long NOT_STARTED = -1;

  private final Ledger ledger;
  private final Taker taker;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<CommittedBatch> waiting = new ArrayDeque<>();
  private final Thread thread;
  private volatile long applied = NOT_STARTED;
  private volatile boolean closed;
  private boolean gap;

  Feed(Ledger ledger, Taker taker) {
    this.ledger = ledger;
    this.taker = taker;
    this.thread = Thread.ofVirtual().name("ledger-state").unstarted(this::follow);
  }

  /** Takes entries in order, one call at a time; must not ask the database. */
  interface Taker {
    /** All before this index is not handed on. */
    void startFrom(long treeSize);

    void take(long firstIndex, List<Entry> entries);
  }

  void start() {
    thread.start();
  }

  /** The tree size that is handed on in full; -1 before it is known where to start. */
  long applied() {
    return applied;
  }

  /** Hands the batch on now if it is its turn. */
  void committed(CommittedBatch batch) {
    lock.lock();
    try {
      if (applied == NOT_STARTED || batch.firstIndex() > applied) {
        if (waiting.size() == WAITING_BATCHES_MAX) {
          waiting.removeFirst();
        }
        waiting.addLast(batch);
        gap = true;
      } else {
        apply(batch.firstIndex(), batch.entries());
        applyWaiting();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Runs what must not be interleaved with handing on; it must not block. */
  void pausedFor(Runnable task) {
    lock.lock();
    try {
      task.run();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void apply(long firstIndex, List<Entry> entries) {
    long from = applied;
    long known = from - firstIndex;
    if (known < entries.size()) {
      taker.take(from, entries.subList((int) known, entries.size()));
      applied = firstIndex + entries.size();
    }
  }

  private void applyWaiting() {
    while (!waiting.isEmpty() && waiting.getFirst().firstIndex() <= applied) {
      CommittedBatch next = waiting.removeFirst();
      apply(next.firstIndex(), next.entries());
    }
  }

  private void follow() {
    boolean answered = true;
    while (!closed) {
      try {
        if (applied == NOT_STARTED) {
          startFromHead();
        } else if (ledger.awaitBeyond(applied - 1, HEAD_WAIT)) {
          catchUp(ledger.knownHead());
        }
        answered = true;
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException e) {
        if (answered && !closed) {
          LOG.warn("the state by tags cannot be brought up to date; trying again", e);
        }
        answered = false;
        if (!paused()) {
          return;
        }
      }
    }
  }

  private void startFromHead() {
    long head = ledger.head();
    lock.lock();
    try {
      taker.startFrom(head);
      applied = head;
      applyWaiting();
    } finally {
      lock.unlock();
    }
  }

  private void catchUp(long known) throws InterruptedException {
    boolean more = isMissing(known);
    while (more && !closed) {
      more = readPage() && applied < known;
    }
  }

  /** Gives this node's own commits the time to come by themselves. */
  private boolean isMissing(long known) throws InterruptedException {
    long restNanos = OWN_COMMIT_PAUSE.toNanos();
    lock.lock();
    try {
      while (applied < known && !gap && restNanos > 0) {
        restNanos = changed.awaitNanos(restNanos);
      }
      gap = false;
      return applied < known;
    } finally {
      lock.unlock();
    }
  }

  private boolean readPage() {
    List<SequencedEntry> page = ledger.entries(applied, PAGE_ENTRIES);
    if (page.isEmpty()) {
      return false;
    }
    List<Entry> entries = page.stream().map(SequencedEntry::entry).toList();
    lock.lock();
    try {
      apply(page.getFirst().index(), entries);
      applyWaiting();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private static boolean paused() {
    try {
      Thread.sleep(RETRY_PAUSE);
      return true;
    } catch (InterruptedException _) {
      return false;
    }
  }
}
