package io.tanlian.ledger.fsck;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestEntries;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.TestServer;
import io.tanlian.ledger.home.CheckpointHome;
import io.tanlian.ledger.home.FileHome;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.VerifierKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One ledger of 9,000 entries; each test damages it by hand, checks it, and repairs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FsckTest {
  private static final int SIZE = 9_000;
  private static final List<String> TABLES =
      List.of("entry", "event", "entry_tag", "tile", "checkpoint");
  private static final VerifierKey LOG = TestNode.SIGNER.verifierKey();

  private TestDatabase database;
  private TestNode node;

  @BeforeAll
  void append_in_batches_of_all_sizes() {
    database = TestServer.newDatabase();
    node = TestNode.on(database);
    long seed = new Random().nextLong();
    System.out.println("FsckTest seed " + seed);
    Random random = new Random(seed);
    for (int size = 0; size < SIZE; ) {
      List<NewEntry> batch = new ArrayList<>();
      for (int i = Math.min(SIZE - size, 1 + random.nextInt(250)); i > 0; i--) {
        batch.add(TestEntries.newEntry("a:" + random.nextInt(50), "b:" + random.nextInt(9), "ü:1"));
      }
      node.appended(batch);
      size += batch.size();
    }
    database.tamper("create schema undamaged");
    for (String table : TABLES) {
      database.tamper("create table undamaged.%1$s as table ledger.%1$s".formatted(table));
    }
  }

  @AfterAll
  void stop() {
    node.close();
    database.close();
  }

  @Test
  void a_ledger_as_it_was_appended_is_clean() throws Exception {
    FsckReport report = fsck(LOG, Optional.empty());
    assertThat(report.findings()).isEmpty();
    assertThat(report.isClean()).isTrue();
    assertThat(report.size()).isEqualTo(SIZE);
    Checkpoint newest = Checkpoint.parse(node.ledger().latestCheckpoint().orElseThrow().text());
    assertThat(report.root()).isEqualTo(newest.root());
    assertThat(report.checkpoints()).isGreaterThan(30);
    assertThat(report.bytes()).isGreaterThan(SIZE * 100L);
  }

  @Test
  void an_empty_ledger_is_clean() throws Exception {
    try (TestDatabase empty = TestServer.newDatabase()) {
      FsckReport report = new Fsck(empty.owner(), LOG, Optional.empty(), 2, _ -> {}).run();
      assertThat(report.isClean()).isTrue();
      assertThat(report.size()).isZero();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          update ledger.entry set bytes = set_byte(bytes, 30, get_byte(bytes, 30) # 1) where position = 7 ~ 7 ~ do not hash
          update ledger.entry set leaf_hash = sha256('x') where position = 8999 ~ 8999 ~ do not hash
          update ledger.entry set bytes = bytes || '\\x00', leaf_hash = sha256('\\x00' || bytes || '\\x00') where position = 7 ~ 7 ~ are no entry
          update ledger.entry set bytes = bytes || '\\x00', leaf_hash = sha256('\\x00' || bytes || '\\x00') where position = 7 ~ 7 ~ is not that of the entry
          update ledger.entry e set bytes = o.bytes, leaf_hash = o.leaf_hash from ledger.entry o where e.position = 8990 and o.position = 8991 ~ 8999 ~ the entries make root
          delete from ledger.entry where position = 4000 ~ 4000 ~ entry is missing
          insert into ledger.entry select 9000, bytes, leaf_hash from ledger.entry where position = 1 ~ 9000 ~ beyond the newest checkpoint
          delete from ledger.event where position = 300 ~ 300 ~ leads to no entry
          update ledger.event set position = 301 where position = 300 ~ 300 ~ leads to index 301 instead
          update ledger.event set position = 301 where position = 300 ~ 301 ~ no entry there carries
          insert into ledger.event values ('00000000-0000-0000-0000-000000000001', 5) ~ 5 ~ no entry there carries
          insert into ledger.event values ('00000000-0000-0000-0000-000000000001', 9000) ~ 9000 ~ no entry there carries
          delete from ledger.entry_tag where position = 8200 and tag = 'ü:1' ~ 8200 ~ ü:1 is not in the tag index
          insert into ledger.entry_tag values ('c:1', 8200) ~ 8200 ~ tag c:1, which no entry
          insert into ledger.entry_tag values ('c:1', 9000) ~ 9000 ~ tag c:1, which no entry
          delete from ledger.tile where level = 0 and tile_index = 3 ~ 768 ~ tile 3 of level 0 is missing
          update ledger.tile set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) where level = 0 and tile_index = 3 ~ 768 ~ its hashes do not make its root
          update ledger.tile set root = sha256('x') where level = 0 and tile_index = 34 ~ 8704 ~ its hashes do not make its root
          insert into ledger.tile select 0, 35, hashes, root from ledger.tile where tile_index = 34 ~ 8960 ~ is not full yet
          insert into ledger.tile select 1, 0, hashes, root from ledger.tile where tile_index = 34 ~ 0 ~ is not full yet
          update ledger.checkpoint set root = sha256('x') where size = 9000 ~ 8999 ~ its note says
          update ledger.checkpoint set root = sha256('x') where size = 9000 ~ 8999 ~ the entries make root
          update ledger.checkpoint set note = replace(note, '— ledger', '— lodger') where size = 9000 ~ 8999 ~ no signature is by a known key
          update ledger.checkpoint set note = 'nothing' where size = 9000 ~ 8999 ~ its note is none
          insert into ledger.epoch values (2, 'b', 'https://b', 'sha256:00') ~ 0 ~ epoch 2 stands where epoch 1 belongs
          insert into ledger.cosignature values (9001, 'w+00000001', '— w AAAAAQ==', now()) ~ 9000 ~ no checkpoint of that size
          insert into ledger.cosignature values (9000, 'w+00000001', 'signed', now()) ~ 8999 ~ does not fit the checkpoint
          insert into ledger.attachment values (9000, 'x') ~ 9000 ~ an entry that is not there
          """)
  void damage_is_found_with_its_index(String damage, long index, String words) throws Exception {
    try {
      database.tamper(damage);
      FsckReport report = fsck(LOG, Optional.empty());
      assertThat(report.isClean()).isFalse();
      assertThat(report.findings())
          .anySatisfy(finding -> {
            assertThat(finding.index()).isEqualTo(index);
            assertThat(finding.words()).contains(words);
          });
      assertThat(report.findingsCount()).isLessThan(10);
    } finally {
      database.tamper("truncate ledger.epoch, ledger.attachment, ledger.cosignature");
      for (String table : TABLES) {
        database.tamper(
            "truncate ledger.%1$s; insert into ledger.%1$s table undamaged.%1$s".formatted(table));
      }
    }
  }

  @Test
  void checkpoints_by_another_key_are_all_counted_and_some_are_shown() throws Exception {
    VerifierKey other = NoteSigner.generate(LOG.name()).verifierKey();
    FsckReport report = fsck(other, Optional.empty());
    assertThat(report.findingsCount()).isEqualTo(report.checkpoints());
  }

  @Test
  void no_more_findings_are_kept_than_anyone_reads_but_all_are_counted() throws Exception {
    try (TestDatabase other = TestServer.newDatabase();
        TestNode its = TestNode.on(other)) {
      for (int i = 0; i < 6; i++) {
        its.appended(TestEntries.entries(250, "a:1"));
      }
      other.tamper("update ledger.entry set leaf_hash = sha256('x')");
      FsckReport report = new Fsck(other.owner(), LOG, Optional.empty(), 2, _ -> {}).run();
      assertThat(report.findings()).hasSize(Findings.KEPT_MAX);
      assertThat(report.findingsCount()).isEqualTo(1_500);
    }
  }

  @Test
  void a_home_that_is_ahead_is_a_finding(@TempDir Path folder) throws Exception {
    CheckpointHome home = new FileHome(folder.resolve("newest-checkpoint"));
    Checkpoint newest = Checkpoint.parse(node.ledger().latestCheckpoint().orElseThrow().text());
    home.advance(
        Optional.empty(), Checkpoint.of(LOG.name(), SIZE + 5, newest.root()).sign(TestNode.SIGNER));
    FsckReport report = fsck(LOG, Optional.of(home));
    assertThat(report.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.words()).contains("size 9005", "size 9000"));
  }

  @Test
  void a_ledger_that_grows_meanwhile_is_checked_as_it_was() throws Exception {
    try (TestDatabase other = TestServer.newDatabase();
        TestNode its = TestNode.on(other)) {
      AtomicBoolean done = new AtomicBoolean();
      its.appended(TestEntries.entries(200, "a:1"));
      Thread writer =
          Thread.ofVirtual()
              .start(() -> {
                while (!done.get()) {
                  its.appended(TestEntries.entries(20, "a:1"));
                }
              });
      try {
        long size = 0;
        for (int i = 0; i < 10; i++) {
          FsckReport report = new Fsck(other.owner(), LOG, Optional.empty(), 3, _ -> {}).run();
          assertThat(report.findings()).isEmpty();
          assertThat(report.size()).isGreaterThanOrEqualTo(size);
          size = report.size();
        }
      } finally {
        done.set(true);
        writer.join();
      }
    }
  }

  private FsckReport fsck(VerifierKey key, Optional<CheckpointHome> home) throws Exception {
    return new Fsck(database.owner(), key, home, 3, _ -> {}).run();
  }
}
