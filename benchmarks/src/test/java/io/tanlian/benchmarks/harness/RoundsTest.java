package io.tanlian.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final Effort THREE_ROUNDS =
      new Effort(3, Duration.ofSeconds(2), Duration.ofSeconds(1));

  private final List<String> diary = new ArrayList<>();

  @Test
  void the_sides_take_turns_and_change_who_begins() throws Exception {
    run(List.of(1.0, 1.0, 1.0, 1.0), List.of(1.0, 1.0, 1.0, 1.0));
    assertThat(diary)
        .containsExactly(
            "settle",
            "ours PT1S",
            "settle",
            "other PT1S",
            "settle",
            "ours PT2S",
            "settle",
            "other PT2S",
            "settle",
            "other PT2S",
            "settle",
            "ours PT2S",
            "settle",
            "ours PT2S",
            "settle",
            "other PT2S",
            "close ours",
            "close other");
  }

  @Test
  void the_warm_up_does_not_count_and_medians_are_compared() throws Exception {
    Outcome outcome = run(List.of(1_000.0, 30.0, 50.0, 40.0), List.of(1.0, 70.0, 90.0, 80.0));
    assertThat(outcome.result().ours().median()).isEqualTo(40.0);
    assertThat(outcome.result().other().median()).isEqualTo(80.0);
    assertThat(outcome.result().ratio()).isEqualTo(0.5);
    assertThat(outcome.result().reached()).isTrue();
    assertThat(outcome.result().spread()).isEqualTo("0.43–0.56");
  }

  @Test
  void what_was_seen_beside_is_told_with_its_median() throws Exception {
    Outcome outcome = run(List.of(1.0, 1.0, 3.0, 2.0), List.of(1.0, 1.0, 1.0, 1.0));
    assertThat(outcome.asides())
        .contains(
            new Aside("answer", "ours: doubled, things", 4.0),
            new Aside("answer", "other: doubled, things", 2.0));
  }

  @Test
  void higher_must_be_at_least_the_reach_and_lower_must_be_under_it() {
    assertThat(Better.HIGHER.reached(0.6, 0.6)).isTrue();
    assertThat(Better.HIGHER.reached(0.599, 0.6)).isFalse();
    assertThat(Better.LOWER.reached(9.99, 10)).isTrue();
    assertThat(Better.LOWER.reached(10, 10)).isFalse();
  }

  private Outcome run(List<Double> ours, List<Double> other) throws Exception {
    Goal goal = new Goal("a / b", "things/s", Better.HIGHER, 0.5, "none");
    Comparison comparison =
        new Comparison() {
          @Override
          public String word() {
            return "answer";
          }

          @Override
          public Goal goal() {
            return goal;
          }

          @Override
          public Contest open() {
            return Contest.of(side("ours", ours), side("other", other));
          }
        };
    return new Rounds(THREE_ROUNDS, () -> diary.add("settle"), _ -> {}).run(comparison);
  }

  private Side side(String name, List<Double> figures) {
    Iterator<Double> next = figures.iterator();
    return new Side() {
      @Override
      public Turn turn(Duration time) {
        diary.add(name + " " + time);
        double figure = next.next();
        return new Turn(figure, Map.of("doubled, things", 2 * figure));
      }

      @Override
      public void close() {
        diary.add("close " + name);
      }
    };
  }
}
