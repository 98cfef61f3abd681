package io.tanlian.ledger.seen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.ledger.TestEntries;
import io.tanlian.tlog.entry.Entry;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenKeysTest {
  private static final int KEYS = 300_000;
  private static final long TINY_BYTES = 128 * 1024;

  @Test
  void what_was_learned_is_never_denied_even_when_there_is_no_room_left() {
    for (long bytesMax : List.of(TINY_BYTES, SeenKeys.BYTES_MAX)) {
      SeenKeys seen = learned(bytesMax);
      assertThat(seen.bytes()).isLessThanOrEqualTo(bytesMax);
      assertThat(IntStream.range(0, KEYS))
          .allMatch(i -> seen.mightContainTag("tag:" + i))
          .allMatch(i -> seen.mightContainEvent(new UUID(i, 7)));
    }
  }

  @Test
  void few_strangers_pass_for_seen_while_there_is_room() {
    SeenKeys seen = learned(SeenKeys.BYTES_MAX);
    long passed =
        IntStream.range(0, KEYS)
            .filter(
                i -> seen.mightContainTag("other:" + i) || seen.mightContainEvent(new UUID(i, 8)))
            .count();
    assertThat(passed).isLessThan(KEYS * 3 / 100);
  }

  @Test
  void everything_may_be_there_until_the_whole_ledger_is_known() {
    SeenKeys seen = new SeenKeys(TINY_BYTES);
    seen.startFrom(10);
    assertThat(seen.mightContainTag("any")).isTrue();
    assertThat(seen.mightContainEvent(new UUID(1, 1))).isTrue();
    assertThat(seen.covers()).isZero();
    seen.complete();
    assertThat(seen.mightContainTag("any")).isFalse();
    assertThat(seen.mightContainEvent(new UUID(1, 1))).isFalse();
    assertThat(seen.covers()).isEqualTo(10);
  }

  @Test
  void what_comes_behind_a_gap_is_learned_but_not_covered() {
    SeenKeys seen = new SeenKeys(TINY_BYTES);
    seen.startFrom(10);
    seen.complete();
    Entry behind = TestEntries.entry("behind");
    seen.learn(11, List.of(behind));
    assertThat(seen.covers()).isEqualTo(10);
    assertThat(seen.mightContainTag("behind")).isTrue();
    assertThat(seen.mightContainEvent(behind.eventId())).isTrue();
    seen.learn(9, List.of(TestEntries.entry("known"), TestEntries.entry("gap"), behind));
    assertThat(seen.covers()).isEqualTo(12);
  }

  @Test
  void a_tag_and_an_event_id_are_different_kinds_of_key() {
    SeenKeys seen = new SeenKeys(TINY_BYTES);
    seen.complete();
    UUID id = new UUID(3, 4);
    seen.addTag(id.toString());
    assertThat(seen.mightContainEvent(id)).isFalse();
  }

  private static SeenKeys learned(long bytesMax) {
    SeenKeys seen = new SeenKeys(bytesMax);
    seen.complete();
    for (int i = 0; i < KEYS; i++) {
      seen.addTag("tag:" + i);
      seen.addEvent(new UUID(i, 7));
    }
    return seen;
  }
}
