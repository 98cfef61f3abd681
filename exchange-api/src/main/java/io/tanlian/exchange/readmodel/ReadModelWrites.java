package io.tanlian.exchange.readmodel;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows that some entries add and change, sent in few round trips: first all that is new, then
 * the changes in their order.
 */
final class ReadModelWrites {
  private final Connection connection;
  private final String schema;
  private final Map<String, List<@Nullable Object[]>> inserts = new LinkedHashMap<>();
  private final List<Change> changes = new ArrayList<>();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Change(String sql, Object[] parameters) {}

  ReadModelWrites(Connection connection, String schema) {
    this.connection = connection;
    this.schema = schema;
  }

  void insert(String sql, @Nullable Object... parameters) {
    inserts.computeIfAbsent(sql, _ -> new ArrayList<>()).add(parameters);
  }

  void update(String sql, Object... parameters) {
    changes.add(new Change(sql, parameters));
  }

  Array array(String type, Object[] elements) throws SQLException {
    return connection.createArrayOf(type, elements);
  }

  <T> Array texts(Collection<T> values, Function<? super T, String> text) throws SQLException {
    return array("text", values.stream().map(text).toArray());
  }

  /** As the database keeps a time, to the microsecond. */
  static OffsetDateTime time(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  void send() throws SQLException {
    for (Map.Entry<String, List<@Nullable Object[]>> rows : inserts.entrySet()) {
      send(rows.getKey(), rows.getValue());
    }
    List<@Nullable Object[]> run = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      run.add(change.parameters);
      if (i + 1 == changes.size() || !changes.get(i + 1).sql.equals(change.sql)) {
        send(change.sql, run);
        run.clear();
      }
    }
  }

  private void send(String sql, List<@Nullable Object[]> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.formatted(schema))) {
      for (@Nullable Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
