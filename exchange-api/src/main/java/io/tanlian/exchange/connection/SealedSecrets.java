package io.tanlian.exchange.connection;

import io.tanlian.tlog.note.NoteSigner;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Whether a node can open what the database keeps sealed. */
public final class SealedSecrets {
  private static final String PURPOSE = "tanlian connection secret v1";
  private static final String SEALED =
      "SELECT id, base_url, client_secret FROM exchange.connection ORDER BY id";

  private SealedSecrets() {}

  /** The seal of all nodes that hold this log's key. */
  static SecretSeal sealOf(NoteSigner logKey) {
    return new SecretSeal(logKey.deriveSecret(PURPOSE));
  }

  /** Why a node with this key must not start on this database; empty if it may. */
  public static Optional<String> objection(java.sql.Connection database, NoteSigner logKey)
      throws SQLException {
    SecretSeal seal = sealOf(logKey);
    try (PreparedStatement query = database.prepareStatement(SEALED);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        UUID id = rows.getObject(1, UUID.class);
        if (seal.open(id, rows.getBytes(3)).isEmpty()) {
          return Optional.of(
              "The client secret of connection %s (%s) was not sealed with this node's log key. Use the data directory the database was made with, or delete that row of exchange.connection and let its participant register the connection again."
                  .formatted(id, rows.getString(2)));
        }
      }
    }
    return Optional.empty();
  }
}
