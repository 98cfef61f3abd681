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
 * OFFSET 0} keeps the planner from reading all grants to join them.
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
          (SELECT DISTINCT g.declaration
           FROM exchange.granted g
           DECLARED
           CROSS JOIN LATERAL (
             SELECT FROM exchange.consent c WHERE c.position = g.consent AND OPENED
             OFFSET 0) AS opened
           WHERE g.recipient = :caller AND g.declaration > :after AND g.declaration < :treeSize
           ORDER BY g.declaration LIMIT :limit)
        ) AS found ORDER BY position LIMIT :limit))
      ORDER BY d.position
      """
          .replace("OPENED", OPENED);

  /** Where many meet the condition: each is looked up in turn, until the page is full. */
  private static final String EACH_IN_TURN =
      """
      CROSS JOIN LATERAL (
        SELECT FROM exchange.declaration d WHERE d.position = g.declaration AND (CONDITION)
        OFFSET 0) AS declared
      """;

  /** Where few meet it: the planner may find them first. */
  private static final String THE_FEW =
      "JOIN exchange.declaration d ON d.position = g.declaration AND (CONDITION)";

  private final JdbcClient jdbc;

  FootprintPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
        PAGE.replace("DECLARED", condition.narrow() ? THE_FEW : EACH_IN_TURN)
            .replace("CONDITION", condition.sql());
    return jdbc.sql(prefix + SightRow.SIGHT + query)
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
