package io.tanlian.ledger.state;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database that can be cut off, counts who asks it, and can hold back an answer. */
final class StagedDatabase {
  private final DataSource real;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean cut;
  private volatile HeldAnswer held = new HeldAnswer("nobody");

  StagedDatabase(DataSource real) {
    this.real = real;
  }

  /** An answer to one thread, which the database has given but the thread does not get yet. */
  static final class HeldAnswer {
    private final String thread;
    private final CountDownLatch given = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private HeldAnswer(String thread) {
      this.thread = thread;
    }

    void awaitGiven() throws InterruptedException {
      if (!given.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("the database was not asked by " + thread);
      }
    }

    void release() {
      released.countDown();
    }

    private void pass() throws InterruptedException {
      if (Thread.currentThread().getName().equals(thread)) {
        given.countDown();
        if (!released.await(60, TimeUnit.SECONDS)) {
          throw new AssertionError("the answer was never released");
        }
      }
    }
  }

  HeldAnswer holdAnswerTo(String thread) {
    held = new HeldAnswer(thread);
    return held;
  }

  void cut(boolean off) {
    cut = off;
  }

  /** How many connections were asked for. */
  int asked() {
    return asked.get();
  }

  DataSource dataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, method, arguments) -> {
              if (!method.getName().equals("getConnection")) {
                return method.invoke(real, arguments);
              }
              if (cut) {
                throw new SQLException("cut off", "08001");
              }
              asked.incrementAndGet();
              return staged(real.getConnection());
            });
  }

  private Connection staged(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("close")) {
                held.pass();
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
