package io.tanlian.ledger;

import static io.tanlian.ledger.TestEntries.entry;
import static io.tanlian.ledger.TestEntries.newEntry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.tlog.entry.Entry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every sequencer must do. */
public abstract class SequencerContract {
  private Sequencer sequencer = (_, _) -> new CompletableFuture<>();

  /** A sequencer on an empty ledger. */
  protected abstract Sequencer emptyLedger();

  @BeforeEach
  void start_on_an_empty_ledger() {
    sequencer = emptyLedger();
  }

  @Test
  void indexes_are_dense_and_start_at_zero() {
    assertAppended(append(newEntry("a")), 0, 1);
    assertAppended(append(newEntry("b"), newEntry("c")), 1, 3);
    assertAppended(append(newEntry("d")), 3, 4);
  }

  @Test
  void an_event_id_is_appended_once() {
    Entry entry = entry("a");
    append(NewEntry.of(entry));
    assertThat(append(newEntry("b"), NewEntry.of(entry)))
        .isEqualTo(new AppendOutcome.Duplicate(entry.eventId(), 0));
    assertAppended(append(newEntry("c")), 1, 2);
  }

  @Test
  void a_retry_of_what_went_through_is_a_duplicate_even_if_its_condition_no_longer_holds() {
    Entry entry = entry("a");
    AppendCondition first = new AppendCondition(-1, Set.of(Set.of("a")));
    assertThat(append(first, NewEntry.of(entry))).isInstanceOf(AppendOutcome.Appended.class);
    assertThat(append(first, NewEntry.of(entry)))
        .isEqualTo(new AppendOutcome.Duplicate(entry.eventId(), 0));
  }

  @Test
  void an_unseen_entry_with_all_tags_of_a_criterion_is_a_conflict() {
    append(newEntry("a", "b"), newEntry("a"));
    assertThat(append(after(-1, Set.of("a", "b")), newEntry()))
        .isEqualTo(new AppendOutcome.Conflict(0));
    assertThat(append(after(0, Set.of("a")), newEntry())).isEqualTo(new AppendOutcome.Conflict(1));
  }

  @Test
  void an_entry_the_decision_has_seen_is_no_conflict() {
    append(newEntry("a", "b"), newEntry("a"));
    assertAppended(append(after(0, Set.of("a", "b")), newEntry()), 2, 3);
    assertAppended(append(after(2, Set.of("a")), newEntry()), 3, 4);
  }

  @Test
  void an_entry_with_only_some_of_the_tags_is_no_conflict() {
    append(newEntry("a"), newEntry("b"));
    assertAppended(append(after(-1, Set.of("a", "b")), newEntry()), 2, 3);
  }

  @Test
  void any_of_several_criteria_is_enough_for_a_conflict() {
    append(newEntry("b"));
    AppendCondition either = new AppendCondition(-1, Set.of(Set.of("a"), Set.of("b")));
    assertThat(append(either, newEntry())).isEqualTo(new AppendOutcome.Conflict(0));
  }

  @Test
  void a_criterion_without_tags_is_met_by_any_unseen_entry() {
    assertAppended(append(after(-1, Set.of()), newEntry("a")), 0, 1);
    assertThat(append(after(-1, Set.of()), newEntry("b"))).isEqualTo(new AppendOutcome.Conflict(0));
    assertAppended(append(after(0, Set.of()), newEntry("c")), 1, 2);
  }

  @Test
  void tags_with_quotes_and_other_scripts_are_compared_as_they_are() {
    String tag = "product:\"{碳,链}\\ NULL";
    append(newEntry(tag));
    assertThat(append(after(-1, Set.of(tag)), newEntry())).isEqualTo(new AppendOutcome.Conflict(0));
    assertAppended(append(after(-1, Set.of("product:\"{碳,链}")), newEntry()), 1, 2);
  }

  @Test
  void of_appends_sent_at_once_under_one_condition_exactly_one_goes_through() {
    AppendCondition first = new AppendCondition(-1, Set.of(Set.of("once")));
    List<CompletableFuture<AppendOutcome>> answers =
        IntStream.range(0, 50)
            .mapToObj(_ -> sequencer.append(List.of(newEntry("once")), first))
            .toList();
    List<AppendOutcome> outcomes = answers.stream().map(TestNode::outcome).toList();
    assertThat(outcomes).filteredOn(AppendOutcome.Appended.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(new AppendOutcome.Conflict(0)::equals).hasSize(49);
  }

  @Test
  void a_conflict_does_not_hold_back_the_appends_around_it() {
    append(newEntry("taken"));
    CompletableFuture<AppendOutcome> before = send(AppendCondition.none(), newEntry("x"));
    CompletableFuture<AppendOutcome> conflicting =
        send(after(-1, Set.of("taken")), newEntry("taken"));
    CompletableFuture<AppendOutcome> behind = send(AppendCondition.none(), newEntry("y"));
    assertThat(TestNode.outcome(conflicting)).isEqualTo(new AppendOutcome.Conflict(0));
    assertThat(TestNode.appended(before)).isEqualTo(1);
    assertThat(TestNode.appended(behind)).isEqualTo(2);
  }

  @Test
  void an_entry_that_no_bundle_could_hold_is_refused() {
    byte[] payload = new byte[65_535];
    Entry tooLong =
        Entry.of(UUID.randomUUID(), "t", "1", TestEntries.TIME, Set.of(), Map.of(), payload);
    assertThat(append(NewEntry.of(tooLong)))
        .isInstanceOfSatisfying(
            AppendOutcome.Refused.class, refused -> assertThat(refused.reason()).contains("65535"));
    assertAppended(append(newEntry("a")), 0, 1);
  }

  @Test
  void an_append_without_entries_or_with_one_event_twice_is_refused() {
    NewEntry twice = newEntry("a");
    assertThat(append()).isInstanceOf(AppendOutcome.Refused.class);
    assertThat(append(twice, twice)).isInstanceOf(AppendOutcome.Refused.class);
  }

  @Test
  void what_the_database_cannot_hold_is_refused_before_it_can_fail_others() {
    assertThat(append(newEntry("nul\0"))).isInstanceOf(AppendOutcome.Refused.class);
    assertThat(append(newEntry("long".repeat(300)))).isInstanceOf(AppendOutcome.Refused.class);
    assertThat(append(new NewEntry(entry("a"), new byte[1_048_577])))
        .isInstanceOf(AppendOutcome.Refused.class);
  }

  @Test
  void answers_do_not_come_on_the_sequencer_thread() throws Exception {
    CompletableFuture<Boolean> virtual =
        send(AppendCondition.none(), newEntry("a"))
            .thenApply(_ -> Thread.currentThread().getName().equals("ledger-sequencer"));
    assertThat(virtual.get(60, TimeUnit.SECONDS)).isFalse();
  }

  private static void assertAppended(AppendOutcome outcome, long firstIndex, long treeSize) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            AppendOutcome.Appended.class,
            appended -> {
              assertThat(appended.firstIndex()).isEqualTo(firstIndex);
              assertThat(appended.treeSize()).isEqualTo(treeSize);
            });
  }

  private static AppendCondition after(long after, Set<String> tags) {
    return new AppendCondition(after, Set.of(tags));
  }

  private CompletableFuture<AppendOutcome> send(AppendCondition condition, NewEntry... entries) {
    return sequencer.append(List.of(entries), condition);
  }

  private AppendOutcome append(AppendCondition condition, NewEntry... entries) {
    return TestNode.outcome(send(condition, entries));
  }

  private AppendOutcome append(NewEntry... entries) {
    return append(AppendCondition.none(), entries);
  }
}
