package io.tanlian.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.tlog.TilePath;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Someone with the keys of the database changes the past by hand. */
@Execution(ExecutionMode.CONCURRENT)
class TamperingTest {
  private static final TilePath.Entries BUNDLE = new TilePath.Entries(0, 200);
  private static final TilePath.Entries FULL_BUNDLE = new TilePath.Entries(0, 256);
  private static final TilePath.Hashes LEAVES = new TilePath.Hashes(0, 0, 256);
  private static final TilePath.Hashes ROOTS = new TilePath.Hashes(1, 0, 1);

  /** A short one, and one that comes while it is read. */
  private static final int[] PAGES = {10, 200};

  private final TestDatabase database = TestServer.newDatabase();
  private final TestNode node = TestNode.on(database);
  private final Ledger ledger = node.ledger();

  @BeforeEach
  void append() {
    node.appended(TestEntries.entries(150, "a:1"));
    node.appended(TestEntries.entries(150, "a:1"));
  }

  @AfterEach
  void stop() {
    node.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes = overlay(bytes placing '\\x02' from 1)",
        "bytes = set_byte(bytes, 3, get_byte(bytes, 3) # 1)",
        "bytes = set_bit(bytes, 300, 1 - get_bit(bytes, 300))",
        "bytes = bytes || '\\x00'",
        "bytes = substring(bytes from 1 for octet_length(bytes) - 1)",
        "bytes = (select bytes from ledger.entry where position = 8)",
        "bytes = ''",
        "position = 100000"
      })
  void a_changed_column_changes_the_bundle_or_is_reported(String change) {
    TileContent before = ledger.tile(BUNDLE);
    tamper(change);
    TileContent after = ledger.tile(BUNDLE);
    assertThat(after).isNotEqualTo(before);
    if (after instanceof TileContent.Corrupt(long index, String _)) {
      assertThat(index).isEqualTo(7);
    }
    assertThatThrownBy(() -> ledger.entry(7)).isInstanceOf(CorruptLedgerException.class);
    for (int limit : PAGES) {
      assertThatThrownBy(() -> ledger.entries(0, limit))
          .isInstanceOfSatisfying(
              CorruptLedgerException.class, e -> assertThat(e.index()).isEqualTo(7));
    }
    assertThatThrownBy(() -> ledger.receipt(7)).isInstanceOf(CorruptLedgerException.class);
  }

  @Test
  void a_changed_leaf_hash_is_reported_by_its_tile_and_by_reads() {
    tamper("leaf_hash = sha256('forged')");
    assertThat(ledger.tile(LEAVES))
        .isInstanceOfSatisfying(
            TileContent.Corrupt.class, corrupt -> assertThat(corrupt.index()).isEqualTo(7));
    assertThatThrownBy(() -> ledger.entry(7)).isInstanceOf(CorruptLedgerException.class);
  }

  @Test
  void a_column_changed_together_with_its_leaf_hash_still_differs_from_the_full_tile() {
    database.tamper(
        "update ledger.entry set bytes = (select bytes from ledger.entry where position = 8), "
            + "leaf_hash = sha256('forged') where position = 7");
    assertThat(ledger.tile(LEAVES)).isInstanceOf(TileContent.Corrupt.class);
    assertThatThrownBy(() -> ledger.receipt(7)).isInstanceOf(CorruptLedgerException.class);
  }

  @Test
  void a_removed_entry_is_reported_with_its_index() {
    database.tamper("delete from ledger.entry where position = 7");
    assertThat(ledger.tile(FULL_BUNDLE))
        .isInstanceOfSatisfying(
            TileContent.Corrupt.class, corrupt -> assertThat(corrupt.index()).isEqualTo(7));
    assertThat(ledger.tile(LEAVES))
        .isInstanceOfSatisfying(
            TileContent.Corrupt.class, corrupt -> assertThat(corrupt.index()).isEqualTo(7));
    for (int limit : PAGES) {
      assertThatThrownBy(() -> ledger.entries(0, limit)).hasMessageContaining("index 7");
    }
  }

  @Test
  void all_other_pages_are_still_read_however_often_a_damaged_one_was() {
    tamper("leaf_hash = sha256('forged')");
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> ledger.entries(0, 200)).isInstanceOf(CorruptLedgerException.class);
      assertThat(ledger.entries(8, 200)).hasSize(200);
      assertThat(ledger.head()).isEqualTo(300);
    }
  }

  @Test
  void a_tag_removed_from_the_index_is_reported_by_the_bundle() {
    database.tamper("delete from ledger.entry_tag where position = 7");
    assertThat(ledger.tile(FULL_BUNDLE))
        .isInstanceOfSatisfying(
            TileContent.Corrupt.class,
            corrupt -> {
              assertThat(corrupt.index()).isEqualTo(7);
              assertThat(corrupt.words()).contains("a:1").contains("tag index");
            });
  }

  @Test
  void a_tag_forged_into_the_index_is_reported_by_the_bundle_and_by_whoever_follows_it() {
    database.tamper("insert into ledger.entry_tag values ('forged:1', 7)");
    assertThat(ledger.tile(FULL_BUNDLE)).isInstanceOf(TileContent.Corrupt.class);
    assertThatThrownBy(() -> ledger.byTags(Set.of(Set.of("forged:1")), 299))
        .isInstanceOfSatisfying(
            CorruptLedgerException.class, e -> assertThat(e.index()).isEqualTo(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from ledger.event where position = 7",
        "update ledger.event set position = 8 where position = 7",
        "update ledger.event set event_id = gen_random_uuid() where position = 7"
      })
  void a_changed_event_id_is_reported_by_the_bundle(String change) {
    database.tamper(change);
    assertThat(ledger.tile(FULL_BUNDLE))
        .isInstanceOfSatisfying(
            TileContent.Corrupt.class, corrupt -> assertThat(corrupt.index()).isEqualTo(7));
  }

  @Test
  void changed_tile_rows_are_reported_and_break_no_promise_silently() {
    database.tamper(
        "update ledger.tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)");
    assertThat(ledger.tile(LEAVES)).isInstanceOf(TileContent.Corrupt.class);
    assertThatThrownBy(() -> ledger.receipt(200)).isInstanceOf(CorruptLedgerException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "0", "7"})
  void a_checkpoint_with_another_size_is_reported_by_the_receipts_under_it(String size) {
    database.tamper(
        "update ledger.checkpoint set note = replace(note, E'\\n150\\n', E'\\n"
            + size
            + "\\n') where size = 150");
    assertThatThrownBy(() -> ledger.receipt(7))
        .isInstanceOfSatisfying(
            CorruptLedgerException.class,
            lastUnderIt -> assertThat(lastUnderIt.index()).isEqualTo(149));
  }

  @Test
  void a_changed_root_of_a_tile_changes_the_tile_above() {
    TileContent before = ledger.tile(ROOTS);
    database.tamper("update ledger.tile set root = sha256('forged')");
    assertThat(ledger.tile(ROOTS)).isNotEqualTo(before);
  }

  @Test
  void a_restarted_sequencer_signs_nothing_on_top_of_a_changed_tree() {
    database.tamper("update ledger.entry set leaf_hash = sha256('forged') where position = 299");
    try (TestNode restarted = TestNode.on(database)) {
      assertThat(TestNode.outcome(restarted.append(TestEntries.newEntry("a:1"))))
          .isInstanceOfSatisfying(
              AppendOutcome.Failed.class,
              failed ->
                  assertThat(failed.cause())
                      .isEqualTo(
                          "nothing was appended: the stored ledger is damaged, and nothing more is signed"));
    }
  }

  private void tamper(String change) {
    database.tamper("update ledger.entry set " + change + " where position = 7");
  }
}
