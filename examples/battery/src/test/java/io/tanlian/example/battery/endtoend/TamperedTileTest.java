package io.tanlian.example.battery.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From 256 entries on, whole tiles have rows of their own. An audit that goes on in the same folder
 * keeps the whole tiles it verified, and looks at the log's again when told to fetch all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperedTileTest {
  private static final int TAMPERED = 3;
  private static final int TILE_ENTRIES = 256;

  /** A column's change, and where the audit must find it. */
  private record Change(String sql, String where) {}

  private static final Map<String, Change> CHANGES =
      Map.of(
          "level",
          new Change("update ledger.tile set level = 7", "index 0,"),
          "tile_index",
          new Change("update ledger.tile set tile_index = 7", "index 0,"),
          "hashes",
          new Change(
              "update ledger.tile set hashes ="
                  + " set_byte(hashes, 50 * 32, 255 - get_byte(hashes, 50 * 32))",
              "index 50,"),
          "root",
          new Change(
              "update ledger.tile set root = set_byte(root, 9, 255 - get_byte(root, 9))",
              "indexes 0 to 255,"));

  @TempDir private static Path directory;

  private ServiceProcess service;
  private ServiceAccess access;
  private NodeDatabase database;
  private Path earlierAudit;
  private int freshAudits;

  @BeforeAll
  void fill_a_tile_and_audit_it_clean() throws Exception {
    Path data = directory.resolve("data");
    service = ServiceProcess.start(data, FreePort.find());
    access = ServiceAccess.in(data);
    try (Writers writers = Writers.start(access, TILE_ENTRIES)) {
      writers.awaitEnough();
    }
    earlierAudit = directory.resolve("earlier-audit");
    assertClean(audit(earlierAudit));
    database = NodeDatabase.open(data);
    database.copyLedger();
  }

  @AfterEach
  void restore() throws SQLException {
    database.restoreLedger();
  }

  @AfterAll
  void the_restored_ledger_audits_clean_again() throws SQLException {
    try {
      assertClean(audit(freshDirectory()));
      assertClean(audit(earlierAudit, "--fetch-all"));
    } finally {
      database.close();
      service.close();
    }
  }

  Stream<String> columns() throws SQLException {
    return database.columns("tile").stream();
  }

  @ParameterizedTest
  @MethodSource("columns")
  void a_changed_column_of_a_tile_is_found(String column) throws SQLException {
    assertThat(CHANGES).as("how to change ledger.tile." + column).containsKey(column);
    Change change = Objects.requireNonNull(CHANGES.get(column));
    database.update(1, change.sql());
    for (AuditRun run : List.of(audit(freshDirectory()), audit(earlierAudit, "--fetch-all"))) {
      assertThat(run.exitCode()).as(run.output()).isEqualTo(TAMPERED);
      assertThat(run.output()).contains("TAMPERED    " + change.where());
    }
  }

  @Test
  void an_entry_changed_since_the_run_before_is_found_when_all_is_fetched() throws SQLException {
    database.update(
        1,
        "update ledger.entry set bytes = set_byte(bytes, 25, get_byte(bytes, 25) # 1) where position = 50");
    AuditRun run = audit(earlierAudit, "--fetch-all");
    assertThat(run.exitCode()).as(run.output()).isEqualTo(TAMPERED);
    assertThat(run.output()).contains("TAMPERED    index 50,");
  }

  private AuditRun audit(Path folder, String... options) {
    return AuditRun.of(access.credentialsFile(), folder, options);
  }

  private static void assertClean(AuditRun run) {
    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  private Path freshDirectory() {
    return directory.resolve("fresh-audit-" + freshAudits++);
  }
}
