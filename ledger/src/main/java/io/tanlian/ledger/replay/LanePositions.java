package io.tanlian.ledger.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows that say how far each lane of a rebuild has come. */
final class LanePositions {
  private static final String READ =
      "select lane, position from ledger_tail.rebuild_lane where tail = ? order by lane";
  private static final String BEGIN =
      """
      insert into ledger_tail.rebuild_lane (tail, lane, position)
      select ?, lane, -1 from generate_series(0, ? - 1) lane
      """;
  private static final String MOVE =
      "update ledger_tail.rebuild_lane set position = ? where tail = ? and lane = ?";
  private static final String FORGET = "delete from ledger_tail.rebuild_lane where tail = ?";

  private LanePositions() {}

  /** Index of the last entry each lane has applied, -1 for none; empty if no rebuild is begun. */
  static List<Long> read(Connection connection, String tail) throws SQLException {
    List<Long> positions = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(READ)) {
      query.setString(1, tail);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          if (rows.getInt(1) != positions.size()) {
            throw new SQLException(
                "ledger_tail.rebuild_lane has no row for lane %d of %s; start the rebuild afresh"
                    .formatted(positions.size(), tail));
          }
          positions.add(rows.getLong(2));
        }
      }
    }
    return positions;
  }

  static void begin(Connection connection, String tail, int lanes) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
      insert.setString(1, tail);
      insert.setInt(2, lanes);
      insert.executeUpdate();
    }
  }

  static void move(Connection connection, String tail, int lane, long position)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(MOVE)) {
      update.setLong(1, position);
      update.setString(2, tail);
      update.setInt(3, lane);
      if (update.executeUpdate() != 1) {
        throw new SQLException("lane " + lane + " of " + tail + " was forgotten meanwhile");
      }
    }
  }

  static void forget(Connection connection, String tail) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
      delete.setString(1, tail);
      delete.executeUpdate();
    }
  }
}
