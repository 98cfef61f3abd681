package io.tanlian.ledger.axon;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.jspecify.annotations.Nullable;

/** How far a tail has followed the ledger, as its row says. */
public final class TailPosition {
  private static final String READ =
      "select token from ledger_tail.token where processor_name = ? and segment = 0";
  private static final String LOCK = READ + " for update";

  /** A tail that runs finds at its next entry that it was moved, and goes on from here. */
  private static final String PUT =
      """
      insert into ledger_tail.token
        (processor_name, segment, mask, token, token_type, timestamp, owner)
      values (?, 0, 0, ?, ?, ?, null)
      on conflict (processor_name, segment) do update
      set token = excluded.token, token_type = excluded.token_type
      """;

  private TailPosition() {}

  /** Index of the last entry that counts in the tail's tables; -1 for none. */
  public static long read(Connection connection, String tail) throws SQLException {
    return query(connection, READ, tail);
  }

  /** The same, and no tail moves it before the end of this transaction. */
  public static long lock(Connection connection, String tail) throws SQLException {
    return query(connection, LOCK, tail);
  }

  /** Makes the tail go on behind this entry, wherever it was. */
  public static void put(Connection connection, String tail, long index) throws SQLException {
    try (PreparedStatement put = connection.prepareStatement(PUT)) {
      put.setString(1, tail);
      put.setBytes(2, Long.toString(index).getBytes(StandardCharsets.US_ASCII));
      put.setString(3, GlobalSequenceTrackingToken.class.getName());
      put.setString(4, Instant.now().toString());
      put.executeUpdate();
    }
  }

  private static long query(Connection connection, String sql, String tail) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, tail);
      try (ResultSet row = query.executeQuery()) {
        byte @Nullable [] token = row.next() ? row.getBytes(1) : null;
        return token == null ? -1 : TailToken.indexOf(token);
      }
    }
  }
}
