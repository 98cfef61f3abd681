package io.tanlian.exchange.sharing;

import static io.tanlian.exchange.sharing.SightRow.SIGHT;

import io.tanlian.contracts.identifier.ParticipantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The declarations a caller may see: its own whole, others' as far as a live grant goes, nothing
 * else. What is not visible cannot be told from what is not there.
 */
@Component
public final class VisibleDeclarations {

  private static final String OF_PRODUCTS =
      SIGHT + " AND d.product_ids && :products::text[] ORDER BY d.position";

  private static final String OF_STATEMENTS =
      SIGHT + " AND d.statement = ANY (:statements::uuid[]) ORDER BY d.position";

  private static final String OF_FOOTPRINT = SIGHT + " AND d.footprint = :footprint";

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
        .query((row, n) -> SightRow.read(row, treeSize))
        .list();
  }

  public List<Sight> ofStatements(
      ParticipantId caller, Collection<UUID> statements, long treeSize) {
    return sights(OF_STATEMENTS, caller, treeSize)
        .param("statements", statements.toArray(UUID[]::new))
        .query((row, n) -> SightRow.read(row, treeSize))
        .list();
  }

  public Optional<Sight> ofFootprint(ParticipantId caller, UUID footprint, long treeSize) {
    return sights(OF_FOOTPRINT, caller, treeSize)
        .param("footprint", footprint)
        .query((row, n) -> SightRow.read(row, treeSize))
        .optional();
  }

  /** Whether anybody declared this footprint; PACT asks to answer 403 for another's, not 404. */
  public boolean exists(UUID footprint) {
    return jdbc.sql(FOOTPRINT_EXISTS).param("footprint", footprint).query(Boolean.class).single();
  }

  private JdbcClient.StatementSpec sights(String sql, ParticipantId caller, long treeSize) {
    return jdbc.sql(sql).param("caller", caller.value()).param("treeSize", treeSize);
  }
}
