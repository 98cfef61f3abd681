package io.tanlian.ledger.seen;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Teaches {@link SeenKeys} all that was on the ledger before it listened: in the background, in
 * pages along the indexes; a page that fails is asked for again.
 */
public final class SeenScan implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SeenScan.class);
  private static final int PAGE_KEYS = 10_000;
  private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

  /** Going on behind the last tag skips all other entries that carry it. */
  private static final String TAGS =
      "select tag from ledger.entry_tag where tag > ? collate \"C\" order by tag limit ?";

  private static final String FIRST_EVENTS =
      "select event_id from ledger.event order by event_id limit ?";
  private static final String EVENTS =
      "select event_id from ledger.event where event_id > ? order by event_id limit ?";

  private final DataSource dataSource;
  private final SeenKeys seen;
  private final int pageKeys;
  private final Thread thread = Thread.ofVirtual().name("ledger-seen").unstarted(this::run);
  private Step step = new Tags("");
  private volatile boolean closed;

  public SeenScan(DataSource dataSource, SeenKeys seen) {
    this(dataSource, seen, PAGE_KEYS);
  }

  SeenScan(DataSource dataSource, SeenKeys seen, int pageKeys) {
    this.dataSource = dataSource;
    this.seen = seen;
    this.pageKeys = pageKeys;
  }

  /** Starts, once, after {@link SeenKeys#startFrom}. */
  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void run() {
    boolean answered = true;
    while (!closed && !(step instanceof Done)) {
      try (Connection connection = dataSource.getConnection()) {
        step = next(connection);
        answered = true;
      } catch (SQLException e) {
        if (answered && !closed) {
          LOG.warn("the tags and event ids on the ledger cannot be read; trying again", e);
        }
        answered = false;
        pause();
      }
    }
    if (step instanceof Done) {
      seen.complete();
    }
  }

  private Step next(Connection connection) throws SQLException {
    return switch (step) {
      case Tags(String after) -> tags(connection, after);
      case FirstEvents _ -> firstEvents(connection);
      case Events(UUID after) -> events(connection, after);
      case Done done -> done;
    };
  }

  private void pause() {
    try {
      Thread.sleep(RETRY_PAUSE);
    } catch (InterruptedException _) {
      closed = true;
    }
  }

  private Step tags(Connection connection, String after) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TAGS)) {
      query.setString(1, after);
      query.setInt(2, pageKeys);
      String last = after;
      int count = 0;
      try (ResultSet rows = query.executeQuery()) {
        for (; rows.next(); count++) {
          String tag = rows.getString(1);
          if (!tag.equals(last)) {
            seen.addTag(tag);
          }
          last = tag;
        }
      }
      return count < pageKeys ? new FirstEvents() : new Tags(last);
    }
  }

  private Step firstEvents(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(FIRST_EVENTS)) {
      query.setInt(1, pageKeys);
      return learned(query);
    }
  }

  private Step events(Connection connection, UUID after) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(EVENTS)) {
      query.setObject(1, after);
      query.setInt(2, pageKeys);
      return learned(query);
    }
  }

  private Step learned(PreparedStatement query) throws SQLException {
    Step next = new Done();
    int count = 0;
    try (ResultSet rows = query.executeQuery()) {
      for (; rows.next(); count++) {
        UUID eventId = rows.getObject(1, UUID.class);
        seen.addEvent(eventId);
        next = new Events(eventId);
      }
    }
    return count < pageKeys ? new Done() : next;
  }

  private sealed interface Step {}

  private record Tags(String after) implements Step {}

  private record FirstEvents() implements Step {}

  private record Events(UUID after) implements Step {}

  private record Done() implements Step {}
}
