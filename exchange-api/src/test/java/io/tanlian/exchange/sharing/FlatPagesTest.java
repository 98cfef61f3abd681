package io.tanlian.exchange.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.exchange.sharing.FootprintPages.PageRequest;
import io.tanlian.ledger.schema.LedgerSchema;
import io.tanlian.ledger.storage.LedgerPool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A page costs the same at 1,000 and at 100,000 footprints, whichever way they are seen: PostgreSQL
 * touches hardly more of its pages for it, which unlike time does not depend on the machine.
 */
class FlatPagesTest {
  private static final ParticipantId OWNER = ParticipantId.parse("did:web:owner.example");
  private static final ParticipantId ALL = ParticipantId.parse("did:web:all.example");
  private static final ParticipantId PRODUCTS = ParticipantId.parse("did:web:products.example");
  private static final ParticipantId STATEMENTS = ParticipantId.parse("did:web:statements.example");
  private static final ParticipantId FEW = ParticipantId.parse("did:web:few.example");
  private static final ParticipantId STRANGER = ParticipantId.parse("did:web:stranger.example");

  private static final int FEW_FOOTPRINTS = 1_000;
  private static final int MANY_FOOTPRINTS = 100_000;
  private static final int PAGE = 100;

  /** Pages of the indexes grow deeper, not wider: a level or two for each row that is looked up. */
  private static final double GROWTH_MAX = 2.0;

  /** Every tenth footprint is of the one product; of each statement one grant. */
  private static final String DECLARATIONS =
      """
      INSERT INTO exchange.declaration
        (position, statement, issuer, footprint, product_ids, company_ids, status, product_terms,
         company_terms, classifications, places, geography_field, geography, cpc, created,
         valid_from, valid_until, reference_start, reference_end)
      SELECT n, md5('s' || n)::uuid, 'did:web:owner.example', md5('f' || n)::uuid,
        ARRAY['urn:x-test:' || n % 10, 'urn:x-test:only-' || n], ARRAY['urn:x-test:company'],
        'Active', ARRAY['urn:x-test:' || n % 10, 'urn:x-test:only-' || n],
        ARRAY['urn:x-test:company'], ARRAY['urn:x-test:class-' || n % 1000],
        ARRAY['cn', 'eastern asia', 'asia'], 'geographyCountry', 'CN', '3342',
        timestamptz '2026-01-01' + n * interval '1 s', '2026-01-01', '2029-01-01', '2025-01-01',
        '2026-01-01'
      FROM generate_series(CAST(:from AS bigint), CAST(:to AS bigint)) AS n
      """;

  private static final String CONSENT =
      """
      INSERT INTO exchange.consent
        (position, statement, grantor, recipient, products, statements, parts, valid_until)
      SELECT :base + n, md5(:base + n || 'c')::uuid, 'did:web:owner.example', :recipient,
        CAST(:products AS text[]), '{}', '{figures}', '2099-01-01'
      FROM generate_series(CAST(:from AS bigint), CAST(:to AS bigint)) AS n
      """;

  private static final Condition ONE_PRODUCT =
      new Condition.Builder()
          .andNarrow("d.product_terms && %s::text[]", new String[] {"urn:x-test:only-77"})
          .build();

  private static final Condition A_TENTH =
      new Condition.Builder()
          .andNarrow("d.product_terms && %s::text[]", new String[] {"urn:x-test:3"})
          .build();

  private static EmbeddedPostgres server;
  private static JdbcClient jdbc;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedPostgres.builder().start();
    var owner = server.getPostgresDatabase();
    jdbc = JdbcClient.create(owner);
    jdbc.sql("CREATE ROLE reader").update();
    LedgerSchema.migrate(owner, "reader");
    Flyway.configure()
        .dataSource(owner)
        .schemas("exchange")
        .locations("classpath:db/exchange")
        .placeholders(Map.of("serviceRole", "reader"))
        .load()
        .migrate();
    consents(1_000_000, ALL, "{*}", 1, 1);
    consents(1_000_001, PRODUCTS, "{urn:x-test:3}", 1, 1);
    consents(1_000_002, FEW, "{urn:x-test:only-3,urn:x-test:only-500}", 1, 1);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void a_page_costs_the_same_however_many_footprints_there_are() {
    fill(0, FEW_FOOTPRINTS - 1);
    Map<String, Long> few = costs();
    fill(FEW_FOOTPRINTS, MANY_FOOTPRINTS - 1);
    Map<String, Long> many = costs();

    few.forEach((way, buffers) ->
        assertThat((double) many.getOrDefault(way, Long.MAX_VALUE))
            .as("%s: %s at 1,000 footprints, %s at 100,000", way, few, many)
            .isLessThan(buffers * GROWTH_MAX + PAGE));
    assertThat(costOfTheTwentieth())
        .as("of all, one product, asked often: %s", few)
        .isLessThan((long) (few.getOrDefault("of all, one product", 0L) * GROWTH_MAX) + PAGE);
  }

  /** What the service's own connections touch for a filter that they were asked often. */
  private static long costOfTheTwentieth() {
    try (HikariDataSource pool =
        LedgerPool.openForSearches(
            "often", server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", 1)) {
      JdbcClient often = JdbcClient.create(pool);
      var page = new PageRequest(-1, Long.MAX_VALUE, PAGE, ONE_PRODUCT);
      long before = 0;
      for (int time = 1; time <= 20; time++) {
        before = touched(often);
        FootprintPages.statement(often, "", ALL, page)
            .query((row, n) -> SightRow.read(row, page.treeSize()))
            .list();
      }
      return touched(often) - before;
    }
  }

  /** The buffers that were ever touched of the read models' tables and indexes. */
  private static long touched(JdbcClient session) {
    session.sql("SELECT pg_stat_force_next_flush()::text").query((row, n) -> "").list();
    return session
        .sql(
            """
            SELECT coalesce(sum(heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit), 0)
            FROM pg_statio_user_tables WHERE schemaname = 'exchange'
            """)
        .query((row, n) -> row.getLong(1))
        .single();
  }

  private static Map<String, Long> costs() {
    Condition none = Condition.NONE;
    Condition active = new Condition.Builder().and("d.status = %s", "Active").build();
    Condition newest =
        new Condition.Builder().andNarrow("d.created >= CAST(%s AS timestamptz)", newest()).build();
    return Map.ofEntries(
        Map.entry("own", cost(OWNER, none)),
        Map.entry("by a grant of all", cost(ALL, none)),
        Map.entry("by a grant of a product", cost(PRODUCTS, none)),
        Map.entry("by a grant for each statement", cost(STATEMENTS, none)),
        Map.entry("two of all", cost(FEW, none)),
        Map.entry("none", cost(STRANGER, none)),
        Map.entry("own, one product", cost(OWNER, ONE_PRODUCT)),
        Map.entry("of all, one product", cost(ALL, ONE_PRODUCT)),
        Map.entry("of each statement, one product", cost(STATEMENTS, ONE_PRODUCT)),
        Map.entry("two of all, a tenth of all products", cost(FEW, A_TENTH)),
        Map.entry("of each statement, active", cost(STATEMENTS, active)),
        Map.entry("of all, active", cost(ALL, active)),
        Map.entry("own, the newest", cost(OWNER, newest)),
        Map.entry("of each statement, the newest", cost(STATEMENTS, newest)));
  }

  /** How many buffers PostgreSQL touches for a page in the middle and for the first one. */
  private static long cost(ParticipantId caller, Condition condition) {
    long middle =
        jdbc.sql("SELECT max(position) / 2 FROM exchange.declaration").query(Long.class).single();
    return Math.max(cost(caller, condition, -1), cost(caller, condition, middle));
  }

  private static long cost(ParticipantId caller, Condition condition, long after) {
    var page = new PageRequest(after, Long.MAX_VALUE, PAGE, condition);
    FootprintPages.statement(jdbc, "", caller, page)
        .query((row, n) -> SightRow.read(row, page.treeSize()))
        .list();
    List<String> plan =
        FootprintPages.statement(jdbc, "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) ", caller, page)
            .query((row, n) -> Objects.requireNonNull(row.getString(1)))
            .list();
    String buffers =
        plan.stream().filter(line -> line.contains("Buffers:")).findFirst().orElseThrow();
    long touched = 0;
    for (String word : buffers.split("[ =]", -1)) {
      touched += word.matches("[0-9]+") ? Long.parseLong(word) : 0;
    }
    return touched;
  }

  private static String newest() {
    return jdbc.sql("SELECT max(created)::text FROM exchange.declaration")
        .query(String.class)
        .single();
  }

  private static void fill(long from, long to) {
    jdbc.sql(DECLARATIONS).param("from", from).param("to", to).update();
    consents(2_000_000, STATEMENTS, "{}", from, to);
    List<String> grants = new ArrayList<>();
    grants.add("SELECT 'did:web:statements.example', n, 2000000 + n FROM numbers");
    grants.add("SELECT 'did:web:products.example', n, 1000002 FROM numbers WHERE n % 10 = 3");
    grants.add("SELECT 'did:web:few.example', n, 1000003 FROM numbers WHERE n IN (3, 500)");
    for (String grant : grants) {
      jdbc.sql(
              """
              WITH numbers AS
                (SELECT n FROM generate_series(CAST(:from AS bigint), CAST(:to AS bigint)) AS n)
              INSERT INTO exchange.granted (recipient, declaration, consent)
              """
                  + grant)
          .param("from", from)
          .param("to", to)
          .update();
    }
    jdbc.sql("VACUUM ANALYZE exchange.declaration, exchange.consent, exchange.granted").update();
  }

  private static void consents(
      long base, ParticipantId recipient, String products, long from, long to) {
    jdbc.sql(CONSENT)
        .param("base", base)
        .param("recipient", recipient.value())
        .param("products", products)
        .param("from", from)
        .param("to", to)
        .update();
  }
}
