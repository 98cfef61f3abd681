package io.tanlian.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.tlog.EntryBundle;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.HashTile;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.TilePath;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.tlog.entry.EntryCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  private final TestDatabase database = TestServer.newDatabase();
  private final TestNode node = TestNode.on(database);
  private final Ledger ledger = node.ledger();

  @AfterEach
  void stop() {
    node.close();
    database.close();
  }

  @Test
  void an_empty_ledger_has_nothing_to_show() {
    assertThat(ledger.head()).isZero();
    assertThat(ledger.latestCheckpoint()).isEmpty();
    assertThat(ledger.entry(0)).isEmpty();
    assertThat(ledger.receipt(0)).isEmpty();
    assertThat(ledger.tile(new TilePath.Hashes(0, 0, 1))).isEqualTo(new TileContent.NotPublished());
  }

  @Test
  void what_was_appended_is_read_back() {
    NewEntry added = new NewEntry(TestEntries.entry("a:1", "b:碳"), new byte[] {7});
    node.append(TestEntries.newEntry(), added).join();
    assertThat(ledger.entry(1)).hasValue(new SequencedEntry(1, added.entry()));
    assertThat(ledger.indexOf(added.entry().eventId())).hasValue(1);
    assertThat(ledger.indexOf(UUID.randomUUID())).isEmpty();
    assertThat(ledger.attachment(1)).hasValue(new byte[] {7});
    assertThat(ledger.attachment(0)).isEmpty();
  }

  @Test
  void entries_here_and_there_are_read_in_one_go_with_what_is_kept_beside_them() {
    List<NewEntry> added = TestEntries.entries(3, "b:碳");
    node.appended(added);
    NewEntry kept = new NewEntry(TestEntries.entry("a:1"), new byte[] {7});
    node.append(kept).join();
    List<KeptEntry> read = ledger.kept(List.of(3L, 1L, 99L));
    assertThat(read)
        .extracting(KeptEntry::entry)
        .containsExactly(
            new SequencedEntry(1, added.get(1).entry()), new SequencedEntry(3, kept.entry()));
    assertThat(read.getFirst().attachment()).isEmpty();
    assertThat(read.getLast().attachment()).hasValue(new byte[] {7});
    assertThat(ledger.kept(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 63, 64, 100, 1_000})
  void pages_follow_each_other_without_gaps(int limit) {
    List<NewEntry> added = TestEntries.entries(250, "b:碳");
    node.appended(added);
    List<SequencedEntry> read = new ArrayList<>();
    for (List<SequencedEntry> page = ledger.entries(0, limit);
        !page.isEmpty();
        page = ledger.entries(page.getLast().index() + 1, limit)) {
      read.addAll(page);
    }
    assertThat(read)
        .isEqualTo(
            IntStream.range(0, 250)
                .mapToObj(index -> new SequencedEntry(index, added.get(index).entry()))
                .toList());
  }

  @Test
  void entries_are_found_by_all_tags_of_any_set_up_to_an_index() {
    node.append(
            TestEntries.newEntry("a:1"),
            TestEntries.newEntry("a:1", "b:1"),
            TestEntries.newEntry("c:1"),
            TestEntries.newEntry("b:1", "c:1"),
            TestEntries.newEntry("a:1", "b:1", "c:1"))
        .join();
    assertThat(indexes(Set.of(Set.of("a:1", "b:1"), Set.of("c:1")), 4))
        .containsExactly(1L, 2L, 3L, 4L);
    assertThat(indexes(Set.of(Set.of("a:1", "b:1"), Set.of("c:1")), 3)).containsExactly(1L, 2L, 3L);
    assertThat(indexes(Set.of(Set.of("a:1")), 4)).containsExactly(0L, 1L, 4L);
    assertThat(indexes(Set.of(Set.of()), 2)).containsExactly(0L, 1L, 2L);
    assertThat(indexes(Set.of(Set.of("d:1")), 4)).isEmpty();
    assertThat(indexes(Set.of(), 4)).isEmpty();
  }

  @Test
  void a_history_longer_than_a_page_is_complete() {
    for (int i = 0; i < 5; i++) {
      node.appended(TestEntries.entries(256, "a:1"));
    }
    assertThat(indexes(Set.of(Set.of("a:1")), 1_279)).hasSize(1_280);
  }

  @Test
  void the_receipt_is_that_of_the_batch_and_stays_the_same() {
    List<NewEntry> first = TestEntries.entries(3, "a:1");
    node.appended(first);
    Receipt early = ledger.receipt(1).orElseThrow();
    node.appended(TestEntries.entries(250, "a:1"));
    assertThat(ledger.receipt(1)).hasValue(early);
    assertThat(early.treeHead().size()).isEqualTo(3);
    assertThat(early.extra()).isEqualTo(EntryCodec.header(first.get(1).entry()));
    assertThat(early.verify(leaf(first.get(1)), TestNode.SIGNER.verifierKey()))
        .isEqualTo(new Verdict.Holds());
    assertThat(early.verify(leaf(first.get(2)), TestNode.SIGNER.verifierKey()).holds()).isFalse();
  }

  @Test
  void tiles_and_bundles_are_served_for_every_width_up_to_the_head() {
    List<NewEntry> added = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      List<NewEntry> some = TestEntries.entries(200, "a:1");
      node.appended(some);
      added.addAll(some);
    }
    List<Hash> leaves = added.stream().map(LedgerTest::leaf).toList();
    assertThat(tile(new TilePath.Hashes(0, 0, 256))).isEqualTo(leaves.subList(0, 256));
    assertThat(tile(new TilePath.Hashes(0, 0, 77))).isEqualTo(leaves.subList(0, 77));
    assertThat(tile(new TilePath.Hashes(0, 2, 88))).isEqualTo(leaves.subList(512, 600));
    assertThat(tile(new TilePath.Hashes(1, 0, 2)))
        .containsExactly(
            MerkleTree.root(leaves.subList(0, 256)), MerkleTree.root(leaves.subList(256, 512)));
    assertThat(ledger.tile(new TilePath.Hashes(0, 2, 89)))
        .isEqualTo(new TileContent.NotPublished());
    assertThat(ledger.tile(new TilePath.Hashes(1, 0, 3))).isEqualTo(new TileContent.NotPublished());
    assertThat(bundle(new TilePath.Entries(2, 88)))
        .containsExactlyElementsOf(
            added.subList(512, 600).stream().map(e -> EntryCodec.encode(e.entry())).toList());
    Checkpoint head = Checkpoint.parse(ledger.latestCheckpoint().orElseThrow().text());
    assertThat(head.root()).isEqualTo(MerkleTree.root(leaves));
    assertThat(
            Checkpoint.verify(
                ledger.latestCheckpoint().orElseThrow(), TestNode.SIGNER.verifierKey()))
        .isEqualTo(new Verdict.Holds());
  }

  @Test
  void waiting_ends_with_the_next_commit_of_this_node_or_another() throws Exception {
    try (TestNode other = TestNode.on(database)) {
      assertThat(ledger.awaitBeyond(-1, Duration.ofMillis(5))).isFalse();
      CompletableFuture<Boolean> waiting =
          CompletableFuture.supplyAsync(() -> awaitBeyond(other.ledger(), -1));
      node.appended(TestEntries.entries(1, "a:1"));
      assertThat(waiting.join()).isTrue();
      assertThat(awaitBeyond(ledger, -1)).isTrue();
    }
  }

  @Test
  void a_page_has_a_limit() {
    assertThatThrownBy(() -> ledger.entries(0, Ledger.PAGE_ENTRIES_MAX + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean awaitBeyond(Ledger ledger, long index) {
    try {
      return ledger.awaitBeyond(index, Duration.ofSeconds(60));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private List<Long> indexes(Set<Set<String>> criteria, long upTo) {
    return ledger.byTags(criteria, upTo).stream().map(SequencedEntry::index).toList();
  }

  private static Hash leaf(NewEntry added) {
    return MerkleTree.leafHash(EntryCodec.encode(added.entry()));
  }

  private List<Hash> tile(TilePath.Hashes path) {
    return ledger.tile(path) instanceof TileContent.Found found
        ? HashTile.decode(found.bytes(), path.width())
        : List.of();
  }

  private List<byte[]> bundle(TilePath.Entries path) {
    return ledger.tile(path) instanceof TileContent.Found found
        ? EntryBundle.decode(found.bytes(), path.width())
        : List.of();
  }
}
