package io.tanlian.ledger.storage;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells who waits in this process that the ledger has grown. */
public final class HeadSignal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private long size;

  /** Announces a committed tree size; a size already known is no news. */
  public void advance(long committedSize) {
    lock.lock();
    try {
      if (committedSize <= size) {
        return;
      }
      size = committedSize;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
    listeners.forEach(Thread::startVirtualThread);
  }

  /** The greatest size announced so far; the database may be ahead. */
  public long size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until an entry with a greater index is known; false if the time ran out first. */
  public boolean awaitBeyond(long index, Duration timeout) throws InterruptedException {
    long restNanos = timeout.toNanos();
    lock.lock();
    try {
      while (size <= index + 1) {
        if (restNanos <= 0) {
          return false;
        }
        restNanos = grown.awaitNanos(restNanos);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Runs the listener on a thread of its own each time the ledger has grown, until closed. */
  public Registration onAdvance(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** A listener that can be taken away. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
