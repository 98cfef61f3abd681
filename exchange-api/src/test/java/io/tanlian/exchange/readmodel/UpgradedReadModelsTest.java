package io.tanlian.exchange.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.ledger.schema.LedgerSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of an earlier version comes right by itself. */
class UpgradedReadModelsTest {

  @Test
  void read_models_that_lack_columns_are_emptied_and_follow_the_ledger_from_its_start()
      throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      DataSource owner = server.getPostgresDatabase();
      JdbcClient jdbc = JdbcClient.create(owner);
      jdbc.sql("CREATE ROLE service").update();
      LedgerSchema.migrate(owner, "service");
      migrate(owner, "1");
      jdbc.sql(
              """
              INSERT INTO exchange.declaration
                (position, statement, issuer, footprint, product_ids, company_ids, status)
              VALUES (7, gen_random_uuid(), 'did:web:a.example', gen_random_uuid(), '{}', '{}', 'Active')
              """)
          .update();
      jdbc.sql(
              """
              INSERT INTO exchange.oauth_client (client_id, secret_hash, participant, role)
              VALUES ('client', 'hash', 'did:web:a.example', 'supplier')
              """)
          .update();
      jdbc.sql(
              """
              INSERT INTO ledger_tail.token (processor_name, segment, mask, timestamp)
              VALUES ('read-models', 0, 0, ''), ('another-tail', 0, 0, '')
              """)
          .update();
      jdbc.sql("CREATE SCHEMA exchange_rebuild").update();
      jdbc.sql("CREATE TABLE exchange_rebuild.declaration (LIKE exchange.declaration)").update();
      jdbc.sql("INSERT INTO ledger_tail.rebuild_lane VALUES ('read-models', 0, 7)").update();

      migrate(owner, "latest");

      assertThat(count(jdbc, "exchange.declaration")).isZero();
      assertThat(count(jdbc, "exchange.oauth_client")).isEqualTo(1);
      assertThat(
              jdbc.sql("SELECT processor_name FROM ledger_tail.token").query(String.class).list())
          .containsExactly("another-tail");
      assertThat(count(jdbc, "ledger_tail.rebuild_lane")).isZero();
      assertThat(count(jdbc, "pg_namespace WHERE nspname = 'exchange_rebuild'")).isZero();
    }
  }

  @Test
  void the_service_adds_to_the_access_records_and_cannot_change_them() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      DataSource owner = server.getPostgresDatabase();
      JdbcClient jdbc = JdbcClient.create(owner);
      jdbc.sql("CREATE ROLE service").update();
      LedgerSchema.migrate(owner, "service");
      migrate(owner, "latest");

      assertThat(
              jdbc.sql(
                      """
                      SELECT privilege_type FROM information_schema.role_table_grants
                      WHERE grantee = 'service' AND table_schema = 'exchange'
                        AND table_name = 'access'
                      """)
                  .query(String.class)
                  .list())
          .containsExactlyInAnyOrder("SELECT", "INSERT");
    }
  }

  private static long count(JdbcClient jdbc, String from) {
    return jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
  }

  private static void migrate(DataSource owner, String version) {
    Flyway.configure()
        .dataSource(owner)
        .schemas("exchange")
        .locations("classpath:db/exchange")
        .placeholders(Map.of("serviceRole", "service"))
        .target(version)
        .load()
        .migrate();
  }
}
