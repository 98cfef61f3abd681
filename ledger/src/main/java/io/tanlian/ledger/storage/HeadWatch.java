package io.tanlian.ledger.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches for what other nodes commit: woken by NOTIFY, with polling as the net. It holds one
 * connection, and opens another when that is lost.
 *
 * <p>A notification is a hint: any client of the database may send one. What counts is the head
 * that is then read.
 */
public final class HeadWatch implements AutoCloseable {
  /** Each commit notifies this channel; the payload is the tree size in decimal. */
  public static final String CHANNEL = "tanlian_ledger";

  /** How often the head is read without being told to. */
  public static final Duration POLL = Duration.ofMillis(200);

  private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);
  private static final Duration RECONNECT_PAUSE = Duration.ofMillis(200);
  private static final Duration CLOSE_PATIENCE = POLL.plus(RECONNECT_PAUSE);
  private static final int NETWORK_TIMEOUT_MS = 5_000;

  private final DataSource dataSource;
  private final HeadSignal signal;
  private final Duration poll;
  private final Thread thread;
  private volatile boolean closed;
  private boolean answered = true;

  /**
   * Starts to watch.
   *
   * @param dataSource of the service role; one of its connections is held
   * @param signal told of each new head
   * @param poll how often the head is read without being told to
   */
  public HeadWatch(DataSource dataSource, HeadSignal signal, Duration poll) {
    this.dataSource = dataSource;
    this.signal = signal;
    this.poll = poll;
    this.thread = Thread.ofVirtual().name("ledger-head").start(this::run);
  }

  /** Gives the connection back. */
  @Override
  public void close() {
    closed = true;
    try {
      // An interrupt would break the connection, so it is for one that does not answer.
      if (!thread.join(CLOSE_PATIENCE)) {
        thread.interrupt();
      }
    } catch (InterruptedException _) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed) {
      try (Connection connection = dataSource.getConnection()) {
        watch(connection);
      } catch (SQLException | RuntimeException e) {
        pauseAfter(e);
      }
    }
  }

  private void watch(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MS);
    execute(connection, "listen " + CHANNEL);
    try {
      while (!closed) {
        // Read once after LISTEN too: a commit between two connections notified nobody.
        signal.advance(StoredHead.read(connection).size());
        answered = true;
        awaitNews(connection.unwrap(PGConnection.class));
      }
    } finally {
      if (connection.isValid(1)) {
        execute(connection, "unlisten *");
      }
    }
  }

  /** Returns when a greater size is notified, or it is time to poll. */
  private void awaitNews(PGConnection connection) throws SQLException {
    long deadline = System.nanoTime() + poll.toNanos();
    for (long restMs = poll.toMillis(); restMs > 0 && !closed; restMs = restMs(deadline)) {
      for (PGNotification notification : connection.getNotifications((int) restMs)) {
        if (treeSize(notification) > signal.size()) {
          return;
        }
      }
    }
  }

  private static long restMs(long deadline) {
    return Duration.ofNanos(deadline - System.nanoTime()).toMillis();
  }

  /** A payload that is no size asks for a look as well. */
  private static long treeSize(PGNotification notification) {
    try {
      return Long.parseLong(notification.getParameter());
    } catch (NumberFormatException _) {
      return Long.MAX_VALUE;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void pauseAfter(Exception failure) {
    if (closed) {
      return;
    }
    if (answered) {
      LOG.warn("the head of the ledger cannot be watched; trying again", failure);
    }
    answered = false;
    try {
      Thread.sleep(RECONNECT_PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
