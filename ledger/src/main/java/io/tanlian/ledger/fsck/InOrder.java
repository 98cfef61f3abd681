package io.tanlian.ledger.fsck;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/** Does pieces of work at the same time and takes their results in order, a few ahead at most. */
final class InOrder {
  private final int ahead;

  InOrder(int ahead) {
    this.ahead = ahead;
  }

  /** Takes a result. */
  @FunctionalInterface
  interface Taker<T> {
    void take(T result) throws SQLException, InterruptedException;
  }

  <T> void run(long pieces, LongFunction<Callable<T>> work, Taker<T> taker)
      throws SQLException, InterruptedException {
    Deque<Future<T>> underway = new ArrayDeque<>();
    ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    try {
      long next = 0;
      while (next < pieces || !underway.isEmpty()) {
        while (next < pieces && underway.size() < ahead) {
          underway.add(workers.submit(work.apply(next++)));
        }
        taker.take(underway.remove().get());
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case SQLException sql -> throw sql;
        case RuntimeException bug -> throw bug;
        case null, default -> throw new IllegalStateException(e);
      }
    } finally {
      workers.shutdownNow();
      workers.close();
    }
  }
}
