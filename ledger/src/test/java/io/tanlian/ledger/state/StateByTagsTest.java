package io.tanlian.ledger.state;

import static io.tanlian.ledger.TestEntries.newEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.ledger.Boundary;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestEntries;
import io.tanlian.ledger.TestServer;
import io.tanlian.ledger.storage.LedgerUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class StateByTagsTest {
  private final TestDatabase database = TestServer.newDatabase();
  private final CachingNode node = CachingNode.on(database, StateByTags.shareOfHeap()).caughtUp();

  @AfterEach
  void stop() {
    node.close();
    database.close();
  }

  @Test
  void an_answer_holds_the_entries_with_all_tags_of_any_set_in_order_and_the_head_it_is_about() {
    node.append(newEntry("a"), newEntry("a", "b"), newEntry("b"), newEntry("c"), newEntry("b"));
    Set<Set<String>> criteria = Set.of(Set.of("a", "b"), Set.of("a"), Set.of("c"));
    assertThat(indexes(node.state().read(criteria))).containsExactly(0L, 1L, 3L);
    assertThat(node.state().read(criteria).head()).isEqualTo(5);
    assertThat(node.state().read(Set.of(Set.of("a", "b"))).entries())
        .containsExactly(node.ledger().entry(1).orElseThrow());
  }

  @Test
  void an_empty_set_is_carried_by_every_entry_and_no_sets_by_none() {
    node.append(newEntry("a"), newEntry());
    assertThat(indexes(node.state().read(Set.of(Set.of())))).containsExactly(0L, 1L);
    assertThat(node.state().read(Set.of())).isEqualTo(new TagHistory(2, List.of()));
  }

  @Test
  void what_was_appended_is_read_when_its_caller_hears_of_it() {
    for (int i = 0; i < 50; i++) {
      long index = node.append(newEntry("a"));
      assertThat(node.read("a").head()).isGreaterThan(index);
      assertThat(node.read("a").entries()).hasSize(i + 1);
    }
  }

  @Test
  void a_tag_costs_one_query_once_and_none_after_that() {
    node.append(newEntry("a"), newEntry("b"));
    node.read("a");
    int asked = node.reads().asked();
    for (int i = 0; i < 20; i++) {
      node.append(newEntry("a", "b"));
      assertThat(node.read("a").entries()).hasSize(i + 2);
    }
    assertThat(node.reads().asked()).isEqualTo(asked);
    node.read("b");
    assertThat(node.reads().asked()).isEqualTo(asked + 1);
  }

  @Test
  void a_tag_never_seen_costs_no_query() {
    node.append(newEntry("a"));
    node.caughtUp();
    int asked = node.reads().asked();
    for (int i = 0; i < 100; i++) {
      assertThat(node.read("unheard-of:" + i).entries()).isEmpty();
    }
    assertThat(node.reads().asked() - asked).isLessThan(10);
  }

  @Test
  void a_tag_that_is_asked_for_before_its_first_use_costs_no_query_after_it_either() {
    node.append(newEntry("a"));
    node.caughtUp();
    int asked = node.reads().asked();
    int empty = 0;
    for (int i = 0; i < 100; i++) {
      empty += node.read("new:" + i).entries().isEmpty() ? 1 : 0;
      node.append(newEntry("new:" + i));
      assertThat(node.read("new:" + i).entries()).hasSize(1);
    }
    assertThat(empty).isEqualTo(100);
    assertThat(node.reads().asked() - asked).isLessThan(10);
  }

  @Test
  void a_failing_read_fails_its_reader_and_is_not_remembered() {
    node.append(newEntry("a"));
    node.reads().cut(true);
    assertThatThrownBy(() -> node.read("a")).isInstanceOf(LedgerUnavailableException.class);
    node.reads().cut(false);
    assertThat(node.read("a").entries()).hasSize(1);
  }

  @Test
  void what_is_in_memory_is_read_while_the_database_does_not_answer() {
    node.append(newEntry("a"));
    node.read("a");
    node.reads().cut(true);
    assertThat(node.read("a").entries()).hasSize(1);
  }

  @Test
  void a_line_that_is_fed_while_it_loads_holds_each_entry_once() throws Exception {
    node.append(newEntry("a"));
    StagedDatabase.HeldAnswer held = node.reads().holdAnswerTo("slow reader");
    FutureTask<TagHistory> slow = new FutureTask<>(() -> node.read("a"));
    Thread.ofVirtual().name("slow reader").start(slow);
    held.awaitGiven();
    node.append(newEntry("a"), newEntry("b"), newEntry("a"));
    CompletableFuture<TagHistory> waiting = CompletableFuture.supplyAsync(() -> node.read("a"));
    node.append(newEntry("a"));
    held.release();
    assertThat(indexes(slow.get(60, TimeUnit.SECONDS))).containsExactly(0L);
    assertThat(indexes(waiting.get(60, TimeUnit.SECONDS))).startsWith(0L, 1L, 3L);
    assertThat(indexes(node.read("a"))).containsExactly(0L, 1L, 3L, 4L);
  }

  @Test
  void a_tag_with_too_many_entries_to_keep_is_read_from_the_database() {
    try (CachingNode small = CachingNode.on(database, 64 * 1024)) {
      small.caughtUp();
      small.append(TestEntries.entries(200, "wide").toArray(NewEntry[]::new));
      small.append(newEntry("wide", "narrow"));
      assertThat(small.read("wide").entries()).hasSize(201);
      assertThat(small.read("narrow").entries()).hasSize(1);
      int asked = small.reads().asked();
      assertThat(indexes(small.state().read(Set.of(Set.of("wide", "narrow")))))
          .containsExactly(200L);
      assertThat(small.reads().asked()).isEqualTo(asked);
    }
  }

  @Test
  void beside_a_tag_with_too_many_entries_to_keep_the_others_are_read_from_memory() {
    try (CachingNode small = CachingNode.on(database, 64 * 1024)) {
      small.caughtUp();
      small.append(TestEntries.entries(200, "wide").toArray(NewEntry[]::new));
      small.append(newEntry("wide", "narrow"));
      small.append(newEntry("wide"));
      small.read("wide");
      small.read("narrow");
      int asked = small.reads().asked();
      Boundary lately = new Boundary(Map.of(Set.of("wide"), 201L, Set.of("narrow"), 0L));
      assertThat(indexes(small.state().read(lately))).containsExactly(200L, 201L);
      assertThat(small.reads().asked()).isEqualTo(asked + 1);
    }
  }

  @Test
  void a_line_that_outgrows_its_share_is_read_from_the_database_from_then_on() {
    try (CachingNode small = CachingNode.on(database, 64 * 1024)) {
      for (int i = 0; i < 100; i++) {
        small.append(newEntry("grows"));
        assertThat(small.read("grows").entries()).hasSize(i + 1);
      }
      int asked = small.reads().asked();
      small.read("grows");
      assertThat(small.reads().asked()).isGreaterThan(asked);
    }
  }

  @Test
  void what_other_nodes_commit_is_read_soon_after() {
    node.read("a");
    try (CachingNode other = CachingNode.on(database, StateByTags.shareOfHeap())) {
      other.append(newEntry("a"), newEntry("b"));
      node.caughtUp();
      assertThat(indexes(node.read("a"))).containsExactly(0L);
      node.append(newEntry("a"));
      other.caughtUp();
      assertThat(indexes(other.read("a"))).containsExactly(0L, 2L);
    }
  }

  @Test
  void what_is_required_is_read_even_if_the_feed_is_not_so_far() {
    node.read("a");
    node.state().close();
    try (CachingNode other = CachingNode.on(database, StateByTags.shareOfHeap())) {
      other.append(newEntry("a"));
      assertThat(node.read("a")).isEqualTo(new TagHistory(0, List.of()));
      node.state().require(1);
      assertThat(indexes(node.read("a"))).containsExactly(0L);
    }
  }

  @Test
  void what_is_required_but_was_never_committed_is_forgotten() {
    node.append(newEntry("a"));
    node.read("a");
    node.state().require(1_000);
    assertThat(node.read("a").head()).isEqualTo(1);
    int asked = node.reads().asked();
    assertThat(node.read("a").entries()).hasSize(1);
    assertThat(node.reads().asked()).isEqualTo(asked);
  }

  private static List<Long> indexes(TagHistory history) {
    return history.entries().stream().map(SequencedEntry::index).toList();
  }
}
