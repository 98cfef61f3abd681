package io.tanlian.exchange.sharing;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.sharing.GrantedPart;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The declarations a caller may see: its own whole, others' as far as a live grant goes, nothing
 * else. What is not visible cannot be told from what is not there.
 */
@Component
public final class VisibleDeclarations {

  /** The parts each live grant opens, for declaration {@code d} and {@code :caller}. */
  private static final String SIGHT =
      """
      SELECT d.position, d.ended_at, d.issuer = :caller AS own, granted.parts
      FROM exchange.declaration d
      CROSS JOIN LATERAL (
        SELECT array_agg(DISTINCT part) AS parts
        FROM exchange.consent c CROSS JOIN unnest(c.parts) AS part
        WHERE c.recipient = :caller AND c.grantor = d.issuer
          AND c.withdrawn_at IS NULL AND c.valid_until > now()
          AND (c.products = '{*}' OR c.products && d.product_ids OR d.statement = ANY (c.statements))
      ) AS granted
      WHERE d.position < :treeSize
        AND (d.issuer = :caller OR granted.parts IS NOT NULL)
      """;

  private static final String OF_PRODUCTS =
      SIGHT + " AND d.product_ids && :products::text[] ORDER BY d.position";

  private static final String OF_STATEMENTS =
      SIGHT + " AND d.statement = ANY (:statements::uuid[]) ORDER BY d.position";

  private static final String OF_FOOTPRINT = SIGHT + " AND d.footprint = :footprint";

  private static final String LIST =
      SIGHT
          + """
           AND d.position > :after
           AND (d.issuer = :caller OR 'figures' = ANY (granted.parts))
           AND (cardinality(:products::text[]) = 0 OR EXISTS
             (SELECT FROM unnest(d.product_ids) AS id WHERE lower(id) = ANY (:products::text[])))
           AND (cardinality(:companies::text[]) = 0 OR EXISTS
             (SELECT FROM unnest(d.company_ids) AS id WHERE lower(id) = ANY (:companies::text[])))
          ORDER BY d.position LIMIT :limit
          """;

  private static final String FOOTPRINT_EXISTS =
      "SELECT EXISTS (SELECT FROM exchange.declaration WHERE footprint = :footprint)";

  private final JdbcClient jdbc;

  /** Asks the read models. */
  public VisibleDeclarations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Sight> ofProducts(ParticipantId caller, Collection<String> products, long treeSize) {
    return sights(OF_PRODUCTS, caller, treeSize)
        .param("products", products.toArray(String[]::new))
        .query((row, n) -> sight(row, treeSize))
        .list();
  }

  public List<Sight> ofStatements(
      ParticipantId caller, Collection<UUID> statements, long treeSize) {
    return sights(OF_STATEMENTS, caller, treeSize)
        .param("statements", statements.toArray(UUID[]::new))
        .query((row, n) -> sight(row, treeSize))
        .list();
  }

  public Optional<Sight> ofFootprint(ParticipantId caller, UUID footprint, long treeSize) {
    return sights(OF_FOOTPRINT, caller, treeSize)
        .param("footprint", footprint)
        .query((row, n) -> sight(row, treeSize))
        .optional();
  }

  /** A page of declarations whose figures the caller may see, in ledger order. */
  public List<Sight> page(ParticipantId caller, PageRequest page) {
    return sights(LIST, caller, page.treeSize())
        .param("after", page.after())
        .param("limit", page.limit())
        .param("products", lowerCase(page.products()))
        .param("companies", lowerCase(page.companies()))
        .query((row, n) -> sight(row, page.treeSize()))
        .list();
  }

  /** Whether anybody declared this footprint; PACT asks to answer 403 for another's, not 404. */
  public boolean exists(UUID footprint) {
    return jdbc.sql(FOOTPRINT_EXISTS).param("footprint", footprint).query(Boolean.class).single();
  }

  /**
   * One page of a list.
   *
   * @param after the last entry of the page before; -1 for the first page
   * @param treeSize the ledger as it was at this size, so that pages stay the same while it grows
   * @param products of which a footprint has at least one, in any case; empty for all
   * @param companies likewise
   */
  public record PageRequest(
      long after, long treeSize, int limit, List<String> products, List<String> companies) {
    public PageRequest {
      products = List.copyOf(products);
      companies = List.copyOf(companies);
    }

    /** The same with room for one more, which shows whether another page follows. */
    public PageRequest andOne() {
      return new PageRequest(after, treeSize, limit + 1, products, companies);
    }
  }

  private static String[] lowerCase(List<String> ids) {
    return ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).toArray(String[]::new);
  }

  private JdbcClient.StatementSpec sights(String sql, ParticipantId caller, long treeSize) {
    return jdbc.sql(sql).param("caller", caller.value()).param("treeSize", treeSize);
  }

  private static Sight sight(ResultSet row, long treeSize) throws SQLException {
    long endedAt = row.getLong("ended_at");
    boolean ended = !row.wasNull() && endedAt < treeSize;
    return new Sight(
        row.getLong("position"),
        row.getBoolean("own") ? EnumSet.allOf(GrantedPart.class) : parts(row.getArray("parts")),
        ended ? OptionalLong.of(endedAt) : OptionalLong.empty());
  }

  private static Set<GrantedPart> parts(@Nullable Array parts) throws SQLException {
    if (parts == null) {
      return Set.of();
    }
    return Arrays.stream((String[]) parts.getArray())
        .map(GrantedPart::parse)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(GrantedPart.class)));
  }
}
