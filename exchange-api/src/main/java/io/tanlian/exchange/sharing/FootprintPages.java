package io.tanlian.exchange.sharing;

import io.tanlian.contracts.identifier.ParticipantId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists the declarations whose figures a caller may see, in ledger order, page by page.
 *
 * <p>A page holds what was declared and granted when the ledger had the page's tree size, so it
 * stays the same while the ledger grows; a grant that has ended or was withdrawn since shows
 * nothing any more. Each of the three ways to see a declaration is walked along an index from where
 * the page before ended, so a page costs the same however many declarations there are. {@code
 * OFFSET 0} and {@code LIMIT 1} keep the planner from reading all grants to join them.
 */
@Component
public final class FootprintPages {

  private static final String OPENED =
      "c.recipient = :caller AND c.position < :treeSize AND 'figures' = ANY (c.parts) AND "
          + SightRow.LIVE;

  private static final String PAGE =
      """
       AND d.position = ANY (ARRAY (
        SELECT position FROM (
          (SELECT d.position FROM exchange.declaration d
           WHERE d.issuer = :caller AND d.position > :after AND d.position < :treeSize
             AND (CONDITION)
           ORDER BY d.position LIMIT :limit)
          UNION
          (SELECT d.position
           FROM (SELECT DISTINCT c.grantor FROM exchange.consent c
                 WHERE c.products = '{*}' AND OPENED) AS whole
           CROSS JOIN LATERAL (
             SELECT d.position FROM exchange.declaration d
             WHERE d.issuer = whole.grantor AND d.position > :after AND d.position < :treeSize
               AND (CONDITION)
             ORDER BY d.position LIMIT :limit) AS d)
          UNION
          SINGLY
        ) AS found ORDER BY position LIMIT :limit))
      ORDER BY d.position
      """
          .replace("OPENED", OPENED);

  /** From grants of single declarations to what they open, each in turn until the page is full. */
  private static final String FROM_GRANTS =
      fromGrants(
          """
          CROSS JOIN LATERAL (
            SELECT FROM exchange.declaration d WHERE d.position = g.declaration AND (CONDITION)
            OFFSET 0) AS declared
          """,
          "TRUE");

  /**
   * From the declarations that meet a condition to grants of each, however many grants there are.
   * PostgreSQL would read all grants: it thinks that one row of two hundred has a term. If more
   * meet the condition than are worth looking at, it may choose.
   */
  private static final String FROM_FEW_DECLARATIONS =
      """
      (SELECT few.position
       FROM few
       CROSS JOIN LATERAL (
         SELECT FROM exchange.granted g
         JOIN exchange.consent c ON c.position = g.consent AND OPENED
         WHERE g.recipient = :caller AND g.declaration = few.position
         LIMIT 1) AS opened
       WHERE (SELECT count(*) FROM few) <= FEW_MAX)
      UNION
      """
              .replace("OPENED", OPENED)
          + fromGrants(
              "JOIN exchange.declaration d ON d.position = g.declaration AND (CONDITION)",
              "(SELECT count(*) FROM few) > FEW_MAX");

  private static final String FEW =
      """
      WITH few AS MATERIALIZED (
        SELECT d.position FROM exchange.declaration d
        WHERE (CONDITION) AND d.position > :after AND d.position < :treeSize
        LIMIT FEW_MAX + 1)
      """;

  /** So many lookups of a grant cost about as much as a page of a hundred with all its sights. */
  private static final String FEW_MAX = "1000";

  private static final String LISTED = SightRow.SIGHT + PAGE.replace("SINGLY", FROM_GRANTS);

  private static final String LISTED_NARROWLY =
      FEW + SightRow.SIGHT + PAGE.replace("SINGLY", FROM_FEW_DECLARATIONS);

  private final JdbcClient jdbc;

  FootprintPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static String fromGrants(String declared, String provided) {
    return """
    (SELECT DISTINCT g.declaration
     FROM exchange.granted g
     DECLARED
     CROSS JOIN LATERAL (
       SELECT FROM exchange.consent c WHERE c.position = g.consent AND OPENED
       OFFSET 0) AS opened
     WHERE PROVIDED
       AND g.recipient = :caller AND g.declaration > :after AND g.declaration < :treeSize
     ORDER BY g.declaration LIMIT :limit)
    """
        .replace("OPENED", OPENED)
        .replace("DECLARED", declared)
        .replace("PROVIDED", provided);
  }

  /** The next few declarations. */
  public List<Sight> page(ParticipantId caller, PageRequest page) {
    return statement(jdbc, "", caller, page)
        .query((row, n) -> SightRow.read(row, page.treeSize()))
        .list();
  }

  /**
   * The query for a page.
   *
   * @param prefix what stands before it: nothing, or EXPLAIN
   */
  static JdbcClient.StatementSpec statement(
      JdbcClient jdbc, String prefix, ParticipantId caller, PageRequest page) {
    Condition condition = page.condition();
    String query =
        (condition.narrow() ? LISTED_NARROWLY : LISTED)
            .replace("FEW_MAX", FEW_MAX)
            .replace("CONDITION", condition.sql());
    return jdbc.sql(prefix + query)
        .param("caller", caller.value())
        .param("treeSize", page.treeSize())
        .param("after", page.after())
        .param("limit", page.limit())
        .params(condition.parameters());
  }

  /**
   * One page of a list.
   *
   * @param after the last entry of the page before; -1 for the first page
   * @param treeSize the ledger as it was at this size
   * @param condition may use the parameter {@code treeSize}
   */
  public record PageRequest(long after, long treeSize, int limit, Condition condition) {
    /** The same with room for one more, which shows whether another page follows. */
    public PageRequest andOne() {
      return new PageRequest(after, treeSize, limit + 1, condition);
    }
  }
}
