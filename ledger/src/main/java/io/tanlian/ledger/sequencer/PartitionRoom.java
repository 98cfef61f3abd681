package io.tanlian.ledger.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that the next partition of entries is there long before it is needed. */
final class PartitionRoom {
  private static final Logger LOG = LoggerFactory.getLogger(PartitionRoom.class);
  private static final String MAKE_ROOM = "select ledger.make_room()";

  /** A partition has 16 times as many positions. */
  private static final int CHECK_EVERY_POSITIONS_LOG2 = 20;

  private final DataSource dataSource;
  private long checkedAt = -1;

  PartitionRoom(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Asks now and then, often enough that a failure can wait for the next time. */
  void keepAheadOf(long treeSize) {
    long now = treeSize >>> CHECK_EVERY_POSITIONS_LOG2;
    if (now == checkedAt) {
      return;
    }
    checkedAt = now;
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(MAKE_ROOM);
    } catch (SQLException e) {
      LOG.error("no new partition of entries could be made yet", e);
    }
  }
}
