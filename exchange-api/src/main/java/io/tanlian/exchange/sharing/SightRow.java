package io.tanlian.exchange.sharing;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.sharing.GrantedPart;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** How a sight is read from the read models. */
final class SightRow {

  /** A grant {@code c} that has neither ended nor been withdrawn. */
  static final String LIVE = "c.withdrawn_at IS NULL AND c.valid_until > now()";

  /** Each part that each live grant opens, for declaration {@code d} and {@code :caller}. */
  static final String SIGHT =
      """
      SELECT d.position, d.statement, d.footprint, d.issuer, d.ended_at, d.issuer = :caller AS own,
        granted.grants
      FROM exchange.declaration d
      CROSS JOIN LATERAL (
        SELECT array_agg(DISTINCT part || ' ' || c.statement) AS grants
        FROM (
          SELECT c.statement, c.parts FROM exchange.consent c
          WHERE c.recipient = :caller AND c.grantor = d.issuer AND c.products = '{*}' AND LIVE
          UNION ALL
          SELECT c.statement, c.parts
          FROM exchange.granted g JOIN exchange.consent c ON c.position = g.consent
          WHERE g.recipient = :caller AND g.declaration = d.position AND LIVE
        ) AS c CROSS JOIN unnest(c.parts) AS part
      ) AS granted
      WHERE d.position < :treeSize
        AND (d.issuer = :caller OR granted.grants IS NOT NULL)
      """
          .replace("LIVE", LIVE);

  private SightRow() {}

  static Sight read(ResultSet row, long treeSize) throws SQLException {
    long endedAt = row.getLong("ended_at");
    boolean ended = !row.wasNull() && endedAt < treeSize;
    boolean own = row.getBoolean("own");
    return new Sight(
        row.getLong("position"),
        row.getObject("statement", UUID.class),
        row.getObject("footprint", UUID.class),
        ParticipantId.parse(row.getString("issuer")),
        own,
        own ? Map.of() : grants(row.getArray("grants")),
        ended ? OptionalLong.of(endedAt) : OptionalLong.empty());
  }

  private static Map<GrantedPart, Set<UUID>> grants(Array partsAndStatements) throws SQLException {
    return Arrays.stream((String[]) partsAndStatements.getArray())
        .map(both -> both.split(" ", 2))
        .collect(
            Collectors.groupingBy(
                both -> GrantedPart.parse(both[0]),
                () -> new EnumMap<>(GrantedPart.class),
                Collectors.mapping(
                    both -> UUID.fromString(both[1]), Collectors.toUnmodifiableSet())));
  }
}
