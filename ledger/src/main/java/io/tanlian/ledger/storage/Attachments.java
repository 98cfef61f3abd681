package io.tanlian.ledger.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The bytes kept beside entries, the one thing that can be erased. */
public final class Attachments {
  private static final String FIND = "select content from ledger.attachment where position = ?";
  private static final String ERASE = "delete from ledger.attachment where position = ?";

  private Attachments() {}

  public static Optional<byte[]> find(Connection connection, long index) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(FIND)) {
      query.setLong(1, index);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  /** Erases, and says whether there was anything to erase. */
  public static boolean erase(Connection connection, long index) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(ERASE)) {
      delete.setLong(1, index);
      return delete.executeUpdate() > 0;
    }
  }
}
