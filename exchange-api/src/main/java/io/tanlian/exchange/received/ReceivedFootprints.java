package io.tanlian.exchange.received;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.exchange.connection.Connection;
import io.tanlian.exchange.readmodel.Freshness;
import io.tanlian.ledger.axon.LedgerTail;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The footprints that were received from other hosts: each seen by its receiver only. */
@Component
public final class ReceivedFootprints {
  private static final String OF_PRODUCTS =
      """
      SELECT position FROM exchange.received
      WHERE received_for = :receiver AND product_ids && :products::text[]
        AND position < :treeSize
      ORDER BY position
      """;

  private static final String PAGE =
      """
      SELECT position, statement, host, footprint, valid_until FROM exchange.received
      WHERE received_for = :receiver AND position > :after ORDER BY position LIMIT :limit
      """;

  /** The newest of their products from this host, that end by a time. */
  private static final String ENDING =
      """
      SELECT r.position, r.statement, r.host, r.footprint, r.valid_until
      FROM exchange.received r
      WHERE r.received_for = :receiver AND r.host = :host
        AND r.valid_until > :now AND r.valid_until <= :until
        AND NOT EXISTS (
          SELECT FROM exchange.received n
          WHERE n.received_for = r.received_for AND n.host = r.host
            AND n.product_ids && r.product_ids AND n.valid_until > r.valid_until)
      ORDER BY r.position
      """;

  private final JdbcClient jdbc;
  private final Freshness freshness;
  private final LedgerTail tail;

  ReceivedFootprints(
      JdbcClient jdbc, Freshness freshness, @Qualifier("receivedTail") LedgerTail tail) {
    this.jdbc = jdbc;
    this.freshness = freshness;
    this.tail = tail;
  }

  /** One of them. */
  record Row(
      long position, StatementId statement, String host, UUID footprint, Instant validUntil) {}

  /** The entries of footprints of any of these products, that this participant received. */
  public List<Long> ofProducts(
      ParticipantId receiver, Collection<String> normalizedProducts, long treeSize) {
    freshness.awaitHead(tail);
    return jdbc.sql(OF_PRODUCTS)
        .param("receiver", receiver.value())
        .param("products", normalizedProducts.toArray(String[]::new))
        .param("treeSize", treeSize)
        .query((row, _) -> row.getLong("position"))
        .list();
  }

  /** One page, in ledger order. */
  List<Row> page(ParticipantId receiver, long after, int limit) {
    freshness.awaitHead(tail);
    return rows(
        jdbc.sql(PAGE)
            .param("receiver", receiver.value())
            .param("after", after)
            .param("limit", limit));
  }

  /** Those from this host that end soon, with no later one of their products. */
  List<Row> ending(Connection connection, Instant now, Instant until) {
    freshness.awaitHead(tail);
    return rows(
        jdbc.sql(ENDING)
            .param("receiver", connection.participant().value())
            .param("host", connection.baseUrl().toString())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("until", until.atOffset(ZoneOffset.UTC)));
  }

  private static List<Row> rows(JdbcClient.StatementSpec query) {
    return query
        .query((row, _) ->
            new Row(
                row.getLong("position"),
                new StatementId(row.getObject("statement", UUID.class)),
                row.getString("host"),
                row.getObject("footprint", UUID.class),
                row.getObject("valid_until", OffsetDateTime.class).toInstant()))
        .list();
  }
}
