package io.tanlian.ledger.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestEntries;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerSchemaTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private final TestDatabase database = TestServer.newDatabase();
  private final DataSource service = database.service(2);

  @BeforeAll
  void put_something_on_the_ledger() {
    try (TestNode node = TestNode.on(database)) {
      node.append(new NewEntry(TestEntries.entry("a:1"), new byte[] {1})).join();
    }
  }

  @AfterAll
  void stop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.entry set bytes = '\\x00'",
        "update ledger.entry set position = position",
        "update ledger.entry_0 set bytes = '\\x00'",
        "update ledger.event set position = 7",
        "update ledger.entry_tag set tag = 'b:1'",
        "update ledger.tile set root = root",
        "update ledger.checkpoint set note = note",
        "update ledger.attachment set content = '\\x02'",
        "delete from ledger.entry",
        "delete from ledger.event",
        "delete from ledger.epoch",
        "update ledger.epoch set epoch = 7",
        "delete from ledger.entry_tag",
        "delete from ledger.tile",
        "delete from ledger.checkpoint",
        "truncate ledger.entry",
        "truncate ledger.entry_tag",
        "truncate ledger.tile",
        "truncate ledger.checkpoint",
        "truncate ledger.attachment",
        "select * from ledger.entry for update",
        "drop table ledger.attachment",
        "alter table ledger.entry disable trigger all",
        "create table ledger.other (x int)",
        "select * from ledger.flyway_schema_history",
        "insert into ledger.entry select * from ledger.entry on conflict (position) do update set bytes = '\\x00'"
      })
  void postgresql_refuses_the_service_role(String sql) {
    assertThatThrownBy(() -> execute(service, sql))
        .isInstanceOfSatisfying(
            SQLException.class,
            refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
  }

  @Test
  void an_attachment_can_be_erased_and_nothing_else_goes_with_it() {
    try (TestNode node = TestNode.on(database)) {
      long index =
          TestNode.appended(node.append(new NewEntry(TestEntries.entry("a:1"), new byte[] {1})));
      assertThat(node.ledger().eraseAttachment(index)).isTrue();
      assertThat(node.ledger().eraseAttachment(index)).isFalse();
      assertThat(node.ledger().attachment(index)).isEmpty();
      assertThat(node.ledger().receipt(index)).isPresent();
    }
  }

  @Test
  void migrating_again_changes_nothing() {
    assertThatCode(() -> LedgerSchema.migrate(database.owner(), database.serviceRole()))
        .doesNotThrowAnyException();
  }

  @Test
  void a_role_name_that_needs_quoting_is_refused() {
    assertThatThrownBy(() -> LedgerSchema.migrate(database.owner(), "a\" to public; --"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_test_server_is_as_durable_as_a_real_one() throws SQLException {
    assertThat(ServerCheck.objections(service)).isEmpty();
  }

  @Test
  void a_role_that_may_change_the_ledger_is_refused() throws SQLException {
    assertThat(ServerCheck.objections(database.owner()))
        .singleElement()
        .asString()
        .contains("may update, delete or truncate the ledger");
    assertThat(ServerCheck.objections(database.superuser()))
        .singleElement()
        .asString()
        .contains("role postgres may update");
  }

  @Test
  void a_role_that_may_change_one_column_is_refused() throws SQLException {
    try (TestDatabase other = TestServer.newDatabase()) {
      other.tamper("grant update (bytes) on ledger.entry to " + other.serviceRole());
      assertThat(ServerCheck.objections(other.service(1)))
          .singleElement()
          .asString()
          .contains(other.serviceRole());
    }
  }

  @Test
  void commits_that_do_not_wait_for_the_disk_are_refused() throws SQLException {
    try (TestDatabase other = TestServer.newDatabase()) {
      other.tamper("alter role " + other.serviceRole() + " set synchronous_commit = off");
      assertThat(ServerCheck.objections(other.service(1)))
          .isEqualTo(
              List.of(
                  "synchronous_commit is off: a crash would lose entries with receipts; set synchronous_commit = on"));
    }
  }

  private static void execute(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
