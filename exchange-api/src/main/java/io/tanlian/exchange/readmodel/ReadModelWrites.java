package io.tanlian.exchange.readmodel;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that some entries add and change, sent in few round trips: first all that is new, then
 * the changes in their order.
 */
final class ReadModelWrites {
  private final Connection connection;
  private final String schema;
  private final Map<String, List<Object[]>> inserts = new LinkedHashMap<>();
  private final List<Change> changes = new ArrayList<>();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Change(String sql, Object[] parameters) {}

  ReadModelWrites(Connection connection, String schema) {
    this.connection = connection;
    this.schema = schema;
  }

  void insert(String sql, Object... parameters) {
    inserts.computeIfAbsent(sql, _ -> new ArrayList<>()).add(parameters);
  }

  void update(String sql, Object... parameters) {
    changes.add(new Change(sql, parameters));
  }

  Array array(String type, Object[] elements) throws SQLException {
    return connection.createArrayOf(type, elements);
  }

  void send() throws SQLException {
    for (Map.Entry<String, List<Object[]>> rows : inserts.entrySet()) {
      send(rows.getKey(), rows.getValue());
    }
    List<Object[]> run = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      run.add(change.parameters);
      if (i + 1 == changes.size() || !changes.get(i + 1).sql.equals(change.sql)) {
        send(change.sql, run);
        run.clear();
      }
    }
  }

  private void send(String sql, List<Object[]> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.formatted(schema))) {
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
