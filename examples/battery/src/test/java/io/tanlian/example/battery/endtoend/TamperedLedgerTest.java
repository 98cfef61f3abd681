package io.tanlian.example.battery.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.example.battery.demo.DemoNode;
import io.tanlian.example.battery.load.LoadOutcome;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever is superuser of the database can change anything, and the audit names the entry: on a
 * node with the whole battery chain, through the real command line.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperedLedgerTest {
  private static final int CLEAN = 0;
  private static final int FINDINGS = 1;
  private static final int TAMPERED = 3;

  /** An entry in the middle: the declaration of a supplier. */
  private static final long VICTIM = 50;

  private static final String LEAST_BIT =
      "update ledger.entry set %1$s ="
          + " set_bit(%1$s, octet_length(%1$s) * 4, 1 - get_bit(%1$s, octet_length(%1$s) * 4))"
          + " where position = 50";

  /** Who leads and what witnesses say is not what the tree commits to. */
  private static final List<String> NOT_HISTORY = List.of("cosignature", "epoch");

  /** The smallest change of each column of an entry. */
  private static final Map<String, String> ENTRY_CHANGES =
      Map.of(
          "position",
          "update ledger.entry set position = 1000000 where position = 50",
          "bytes",
          LEAST_BIT.formatted("bytes"),
          "leaf_hash",
          LEAST_BIT.formatted("leaf_hash"));

  private static final Map<String, String> EVENT_CHANGES =
      Map.of(
          "event_id",
          """
          update ledger.event set event_id = (left(event_id::text, 35)
            || case right(event_id::text, 1) when '0' then '1' else '0' end)::uuid
          where position = 50
          """,
          "position",
          "update ledger.event set position = 1000000 where position = 50");

  private static final String FIRST_TAG =
      " where (tag, position) ="
          + " (select tag, position from ledger.entry_tag where position = 50 order by tag limit 1)";

  private static final Map<String, String> TAG_CHANGES =
      Map.of(
          "tag",
          "update ledger.entry_tag set tag = tag || '.'" + FIRST_TAG,
          "position",
          "update ledger.entry_tag set position = 1000000" + FIRST_TAG);

  private static final String NEWEST = " where size = (select max(size) from ledger.checkpoint)";

  private static final String EARLIER = " where size = 51";

  /** When a row was written is a note to the operator; nobody signs it, nothing depends on it. */
  private static final List<String> UNSIGNED_CHECKPOINT_COLUMNS = List.of("committed_at");

  private static final Map<String, String> CHECKPOINT_CHANGES =
      Map.of(
          "size",
          "update ledger.checkpoint set size = size + 1000",
          "root",
          "update ledger.checkpoint set root = set_bit(root, 7, 1 - get_bit(root, 7))",
          "note",
          "update ledger.checkpoint set note = overlay(note placing"
              + " case substr(note, length(note) - 20, 1) when 'A' then 'B' else 'A' end"
              + " from length(note) - 20 for 1)");

  @TempDir private static Path directory;

  private DemoNode node;
  private NodeDatabase database;
  private Path auditor;
  private Path earlierAudit;
  private int freshAudits;

  @BeforeAll
  void load_the_chain_and_audit_it_clean() throws Exception {
    node = DemoNode.start(directory.resolve("node"), FreePort.find(), step -> {});
    assertThat(node.load((statement, done, total) -> {})).isInstanceOf(LoadOutcome.Complete.class);
    auditor = node.credentialsFile("auditor");
    earlierAudit = directory.resolve("earlier-audit");
    assertClean(AuditRun.of(auditor, earlierAudit));
    database = NodeDatabase.open(directory.resolve("node/node"));
    database.copyLedger();
  }

  @AfterEach
  void restore() throws SQLException {
    database.restoreLedger();
  }

  @AfterAll
  void the_restored_ledger_audits_clean_again() throws SQLException {
    try {
      assertClean(AuditRun.of(auditor, freshDirectory()));
      assertClean(AuditRun.of(auditor, earlierAudit));
    } finally {
      database.close();
      node.close();
    }
  }

  @Test
  void every_table_of_the_ledger_is_attacked_here() throws SQLException {
    assertThat(database.tables())
        .filteredOn(table -> !NOT_HISTORY.contains(table))
        .containsExactly("attachment", "checkpoint", "entry", "entry_tag", "event", "tile");
    assertThat(database.columns("attachment")).containsExactly("position", "content");
  }

  Stream<String> entryColumns() throws SQLException {
    return database.columns("entry").stream();
  }

  @ParameterizedTest
  @MethodSource("entryColumns")
  void a_changed_column_of_an_entry_is_found_and_the_entry_named(String column)
      throws SQLException {
    assertThat(ENTRY_CHANGES).as("how to change ledger.entry." + column).containsKey(column);
    database.update(1, String.valueOf(ENTRY_CHANGES.get(column)));
    assertTamperedAt("index " + VICTIM);
  }

  /** Of the format, the event id, a length, the type, the payload, and the last. */
  @ParameterizedTest
  @ValueSource(
      strings = {"0", "7", "18", "25", "octet_length(bytes) / 2", "octet_length(bytes) - 1"})
  void a_changed_byte_of_an_entry_is_found_and_the_entry_named(String offset) throws SQLException {
    database.update(
        1,
        "update ledger.entry set bytes = set_byte(bytes, %1$s, get_byte(bytes, %1$s) # 1)"
                .formatted(offset)
            + " where position = 50");
    assertTamperedAt("index " + VICTIM);
  }

  Stream<String> eventColumns() throws SQLException {
    return database.columns("event").stream();
  }

  @ParameterizedTest
  @MethodSource("eventColumns")
  void a_changed_column_of_the_event_index_is_found_and_the_entry_named(String column)
      throws SQLException {
    assertThat(EVENT_CHANGES).as("how to change ledger.event." + column).containsKey(column);
    database.update(1, String.valueOf(EVENT_CHANGES.get(column)));
    assertTamperedAt("index " + VICTIM);
  }

  Stream<String> tagColumns() throws SQLException {
    return database.columns("entry_tag").stream();
  }

  @ParameterizedTest
  @MethodSource("tagColumns")
  void a_changed_column_of_the_tag_index_is_found_and_the_entry_named(String column)
      throws SQLException {
    assertThat(TAG_CHANGES).as("how to change ledger.entry_tag." + column).containsKey(column);
    database.update(1, String.valueOf(TAG_CHANGES.get(column)));
    assertTamperedAt("index " + VICTIM);
  }

  @Test
  void a_tag_that_the_entry_does_not_carry_is_found_in_the_tag_index() throws SQLException {
    database.update(1, "insert into ledger.entry_tag values ('issuer:urn:lei:nobody', 50)");
    assertTamperedAt("index " + VICTIM);
  }

  Stream<String> checkpointColumns() throws SQLException {
    return database.columns("checkpoint").stream()
        .filter(column -> !UNSIGNED_CHECKPOINT_COLUMNS.contains(column));
  }

  @ParameterizedTest
  @MethodSource("checkpointColumns")
  void a_changed_column_of_the_newest_checkpoint_is_found(String column) throws SQLException {
    assertThat(CHECKPOINT_CHANGES).as("how to change checkpoint." + column).containsKey(column);
    database.update(1, CHECKPOINT_CHANGES.get(column) + NEWEST);
    assertTamperedAt("checkpoint");
  }

  @ParameterizedTest
  @MethodSource("checkpointColumns")
  void a_changed_column_of_an_earlier_checkpoint_is_found(String column) throws SQLException {
    assertThat(CHECKPOINT_CHANGES).as("how to change checkpoint." + column).containsKey(column);
    database.update(1, CHECKPOINT_CHANGES.get(column) + EARLIER);
    assertTamperedAt("checkpoint");
  }

  @Test
  void a_deleted_entry_is_found_and_named() throws SQLException {
    database.update(1, "delete from ledger.entry where position = 50");
    assertTamperedAt("index " + VICTIM);
  }

  @Test
  void a_deleted_last_entry_is_found_and_named() throws SQLException {
    long last = database.number("select max(position) from ledger.entry");
    database.update(1, "delete from ledger.entry where position = " + last);
    assertTamperedAt("index " + last);
  }

  @Test
  void two_entries_that_changed_places_are_found() throws SQLException {
    database.execute(
        """
        begin;
        update ledger.entry set position = 1000000 where position = 50;
        update ledger.entry set position = 50 where position = 51;
        update ledger.entry set position = 51 where position = 1000000;
        commit
        """);
    assertTamperedAt("index " + VICTIM);
  }

  @Test
  void a_log_rolled_back_to_an_older_checkpoint_is_found_by_who_audited_it_before()
      throws SQLException {
    database.execute(
        """
        begin;
        delete from ledger.entry where position >= 90;
        delete from ledger.event where position >= 90;
        delete from ledger.entry_tag where position >= 90;
        delete from ledger.attachment where position >= 90;
        delete from ledger.checkpoint where size > 90;
        commit
        """);
    AuditRun again = AuditRun.of(auditor, earlierAudit);
    assertThat(again.exitCode()).as(again.output()).isEqualTo(TAMPERED);
    assertThat(again.output()).contains("log.rolled-back").contains("indexes 90 to");
  }

  @Test
  void a_changed_disclosure_is_found_by_a_reader_it_was_granted_to() throws SQLException {
    database.update(
        1,
        "update ledger.attachment set content ="
            + " set_bit(content, octet_length(content) * 4, 1 - get_bit(content, octet_length(content) * 4))"
            + " where position = 50");
    for (AuditRun run :
        List.of(
            AuditRun.of(auditor, freshDirectory()),
            AuditRun.of(auditor, earlierAudit, "--fetch-all"))) {
      assertThat(run.exitCode()).as(run.output()).isEqualTo(FINDINGS);
      assertThat(run.output()).contains("error       index 50");
    }
  }

  @Test
  void an_erased_disclosure_leaves_the_rest_to_audit() throws SQLException {
    database.update(1, "delete from ledger.attachment where position = 50");
    AuditRun fresh = AuditRun.of(auditor, freshDirectory());
    assertThat(fresh.exitCode()).as(fresh.output()).isEqualTo(CLEAN);
    assertThat(fresh.output()).contains("info        index 50");
    assertClean(AuditRun.of(auditor, earlierAudit));
  }

  private void assertTamperedAt(String words) {
    for (Path audit : List.of(freshDirectory(), earlierAudit)) {
      AuditRun run = AuditRun.of(auditor, audit);
      assertThat(run.exitCode()).as(run.output()).isEqualTo(TAMPERED);
      assertThat(run.output().lines().filter(line -> line.startsWith("TAMPERED  ")))
          .as(run.output())
          .anyMatch(line -> line.contains(words));
    }
  }

  private static void assertClean(AuditRun run) {
    assertThat(run.exitCode()).as(run.output()).isEqualTo(CLEAN);
  }

  private Path freshDirectory() {
    return directory.resolve("fresh-audit-" + freshAudits++);
  }
}
