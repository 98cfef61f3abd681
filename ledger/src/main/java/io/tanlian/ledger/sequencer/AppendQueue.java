package io.tanlian.ledger.sequencer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Appends waiting for their turn: bounded in number and bytes, drained in natural batches. */
final class AppendQueue {
  /** What became of an offered append. */
  enum Offer {
    ACCEPTED,
    FULL,
    CLOSED
  }

  private final SequencerLimits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<PendingAppend> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private boolean closed;

  AppendQueue(SequencerLimits limits) {
    this.limits = limits;
  }

  Offer offer(PendingAppend append) {
    lock.lock();
    try {
      if (closed) {
        return Offer.CLOSED;
      }
      boolean full =
          waiting.size() >= limits.queueAppendsMax()
              || (!waiting.isEmpty() && waitingBytes + append.bytes() > limits.queueBytesMax());
      if (full) {
        return Offer.FULL;
      }
      waiting.add(append);
      waitingBytes += append.bytes();
      changed.signal();
      return Offer.ACCEPTED;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for appends and takes as many as one batch may hold; none once closed and drained. */
  List<PendingAppend> nextBatch() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.await();
      }
      List<PendingAppend> batch = new ArrayList<>();
      long batchBytes = 0;
      for (PendingAppend next = waiting.peek();
          next != null
              && batch.size() < limits.batchAppendsMax()
              && (batch.isEmpty() || batchBytes + next.bytes() <= limits.batchBytesMax());
          next = waiting.peek()) {
        batch.add(waiting.remove());
        batchBytes += next.bytes();
      }
      waitingBytes -= batchBytes;
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Takes out all that wait: none of them will have a turn. */
  List<PendingAppend> drain() {
    lock.lock();
    try {
      List<PendingAppend> drained = List.copyOf(waiting);
      waiting.clear();
      waitingBytes = 0;
      return drained;
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more; what waits can still be drained. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
