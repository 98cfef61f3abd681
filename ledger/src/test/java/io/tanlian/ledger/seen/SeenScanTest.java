package io.tanlian.ledger.seen;

import static io.tanlian.ledger.TestEntries.entries;
import static io.tanlian.ledger.TestEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.TestServer;
import io.tanlian.tlog.entry.Entry;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenScanTest {
  private final TestDatabase database = TestServer.newDatabase();
  private final TestNode node = TestNode.on(database);
  private final DataSource dataSource = database.service(2);
  private final SeenKeys seen = SeenKeys.withinDefaultBytes();

  @AfterEach
  void stop() {
    node.close();
    database.close();
  }

  /** A page of one, one that ends within a tag of many entries, one that fits, and one for all. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10, 1_000})
  void every_tag_and_event_id_on_the_ledger_is_learned(int pageKeys) {
    List<Entry> stored = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      stored.add(entry("wide:碳", "tag:" + i));
    }
    node.appended(stored.stream().map(NewEntry::of).toList());
    scan(pageKeys);
    assertThat(seen.covers()).isEqualTo(10);
    for (Entry entry : stored) {
      assertThat(entry.tags()).allMatch(seen::mightContainTag);
      assertThat(seen.mightContainEvent(entry.eventId())).isTrue();
    }
    assertThat(seen.mightContainTag("tag:")).isFalse();
  }

  @Test
  void of_an_empty_ledger_everything_is_known() {
    scan(10);
    assertThat(seen.mightContainTag("a")).isFalse();
  }

  @Test
  void what_is_committed_during_the_scan_is_known_after_it() {
    node.appended(entries(5, "z"));
    seen.startFrom(5);
    try (SeenScan scan = new SeenScan(dataSource, seen, 1)) {
      scan.start();
      for (int i = 5; i < 100; i++) {
        Entry added = entry("tag:" + (100 - i));
        node.appended(List.of(NewEntry.of(added)));
        seen.learn(i, List.of(added));
        assertThat(seen.mightContainTag("tag:" + (100 - i))).isTrue();
        assertThat(seen.mightContainEvent(added.eventId())).isTrue();
      }
      awaitComplete();
      assertThat(seen.covers()).isEqualTo(100);
      assertThat(seen.mightContainTag("z")).isTrue();
    }
  }

  private void scan(int pageKeys) {
    seen.startFrom(node.ledger().head());
    try (SeenScan scan = new SeenScan(dataSource, seen, pageKeys)) {
      scan.start();
      awaitComplete();
    }
  }

  private void awaitComplete() {
    Awaitility.await().until(() -> !seen.mightContainTag("never"));
  }
}
