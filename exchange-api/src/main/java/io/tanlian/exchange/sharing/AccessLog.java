package io.tanlian.exchange.sharing;

import io.tanlian.contracts.identifier.ParticipantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads back who was shown what of an owner's, the newest first. */
@Component
final class AccessLog {

  private static final String PAGE =
      """
      SELECT a.id, a.at, a.reader, a.statement, a.footprint, a.parts, a.path, a.grants
      FROM exchange.access a
      WHERE a.owner = :owner AND a.id < :before AND (CONDITION)
      ORDER BY a.id DESC LIMIT :limit
      """;

  private final JdbcClient jdbc;

  AccessLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A page of accesses, from the newest that is older than {@code before}. */
  List<Access> page(ParticipantId owner, long before, int limit, Condition condition) {
    return jdbc.sql(PAGE.replace("CONDITION", condition.sql()))
        .param("owner", owner.value())
        .param("before", before)
        .param("limit", limit)
        .params(condition.parameters())
        .query((row, n) -> access(row))
        .list();
  }

  private static Access access(ResultSet row) throws SQLException {
    List<String> grants = new ArrayList<>();
    for (UUID grant : (UUID[]) row.getArray("grants").getArray()) {
      grants.add("urn:uuid:" + grant);
    }
    return new Access(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("reader"),
        "urn:uuid:" + row.getObject("statement", UUID.class),
        row.getObject("footprint", UUID.class).toString(),
        Arrays.asList((String[]) row.getArray("parts").getArray()),
        row.getString("path"),
        grants);
  }

  /**
   * One access.
   *
   * @param id grows with time
   * @param reader who was shown it
   * @param statement the declaration
   * @param footprint its PACT id
   * @param parts the disclosures shown
   * @param path by which it was asked for
   * @param grants the owner's statements that allowed it; each says for what purpose
   */
  record Access(
      long id,
      Instant at,
      String reader,
      String statement,
      String footprint,
      List<String> parts,
      String path,
      List<String> grants) {}
}
