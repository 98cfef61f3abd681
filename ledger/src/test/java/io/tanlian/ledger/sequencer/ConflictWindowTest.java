package io.tanlian.ledger.sequencer;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.ledger.seen.KeyHash;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConflictWindowTest {
  private static final int ENTRIES_MAX = 20;
  private static final KeyHash HASH = KeyHash.seeded();
  private static final List<String> TAGS = List.of("a:1", "a:2", "b:1", "b:2", "c:1");

  @Test
  void it_finds_a_conflict_exactly_where_a_scan_of_all_entries_does() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    ConflictWindow window = new ConflictWindow(HASH, ENTRIES_MAX);
    List<SortedSet<String>> entries = new ArrayList<>();
    for (int step = 0; step < 2_000; step++) {
      if (random.nextInt(100) == 0) {
        window.restart(entries.size());
      }
      SortedSet<String> tags = someTags(random);
      add(window, UUID.randomUUID(), tags);
      entries.add(tags);
      int after = entries.size() - 1 - random.nextInt(Math.min(ENTRIES_MAX, entries.size()) + 1);
      if (window.knowsAllAfter(after)) {
        Set<String> criterion = someTags(random);
        OptionalLong found = window.conflict(after, criterion);
        assertThat(found.isPresent())
            .as("seed %d, step %d: %s after %d", seed, step, criterion, after)
            .isEqualTo(
                entries.subList(after + 1, entries.size()).stream()
                    .anyMatch(carried -> carried.containsAll(criterion)));
        found.ifPresent(index -> {
          assertThat(index).isGreaterThan(after);
          assertThat(entries.get((int) index)).containsAll(criterion);
        });
      }
    }
  }

  @Test
  void it_says_so_when_a_condition_reaches_back_beyond_it() {
    ConflictWindow window = new ConflictWindow(HASH, ENTRIES_MAX);
    window.restart(100);
    assertThat(window.knowsAllAfter(99)).isTrue();
    assertThat(window.knowsAllAfter(98)).isFalse();
    for (int i = 0; i < ENTRIES_MAX + 1; i++) {
      add(window, UUID.randomUUID(), Set.of("a:1"));
    }
    assertThat(window.begin()).isEqualTo(101);
    assertThat(window.knowsAllAfter(100)).isTrue();
    assertThat(window.knowsAllAfter(99)).isFalse();
  }

  @Test
  void it_finds_each_event_it_knows_and_no_other() {
    ConflictWindow window = new ConflictWindow(HASH, 5_000);
    window.restart(7);
    List<UUID> events = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      events.add(UUID.randomUUID());
      add(window, events.getLast(), Set.of("a:" + i));
    }
    for (int i = 0; i < events.size(); i++) {
      boolean known = i >= events.size() - 5_000;
      assertThat(window.event(events.get(i)))
          .isEqualTo(known ? OptionalLong.of(7 + i) : OptionalLong.empty());
      assertThat(window.conflict(6, Set.of("a:" + i)))
          .isEqualTo(known ? OptionalLong.of(7 + i) : OptionalLong.empty());
    }
    assertThat(window.event(UUID.randomUUID())).isEmpty();
  }

  @Test
  void it_remembers_fewer_entries_that_have_many_tags() {
    ConflictWindow window = new ConflictWindow(HASH);
    for (int i = 0; i < 10_000; i++) {
      int entry = i;
      add(
          window,
          UUID.randomUUID(),
          IntStream.range(0, 256).mapToObj(tag -> entry + ":" + tag).collect(toSet()));
    }
    assertThat(window.begin()).isBetween(7_000L, 9_999L);
    assertThat(window.conflict(window.begin() - 1, Set.of("9999:0", "9999:255"))).hasValue(9_999);
    assertThat(window.conflict(window.begin() - 1, Set.of("9999:0", "9998:255"))).isEmpty();
    assertThat(window.conflict(window.begin() - 1, Set.of(window.begin() + ":7")))
        .hasValue(window.begin());
  }

  private static void add(ConflictWindow window, UUID eventId, Set<String> tags) {
    window.add(eventId, ConflictWindow.keys(eventId, tags, HASH));
  }

  private static SortedSet<String> someTags(Random random) {
    SortedSet<String> tags = new TreeSet<>();
    for (String tag : TAGS) {
      if (random.nextInt(3) == 0) {
        tags.add(tag);
      }
    }
    return tags;
  }
}
