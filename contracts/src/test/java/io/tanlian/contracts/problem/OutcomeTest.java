package io.tanlian.contracts.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final Problem MISSING =
      new Problem(ProblemCode.SCHEMA_MISSING_FIELD, "/name", "name is missing", "Add name.");

  @Test
  void a_refusal_stops_the_steps_after_it() {
    Outcome<Integer> outcome =
        Outcome.<Integer>refused(MISSING)
            .then(value -> {
              throw new AssertionError("reached with " + value);
            });
    assertThat(outcome).isEqualTo(Outcome.refused(MISSING));
  }

  @Test
  void an_accepted_value_goes_on_to_the_next_step() {
    assertThat(Outcome.accepted(20).map(value -> value + 1)).isEqualTo(Outcome.accepted(21));
    assertThat(Outcome.accepted(20).then(value -> Outcome.refused(MISSING)))
        .isEqualTo(Outcome.refused(MISSING));
  }

  @Test
  void a_pointer_is_seen_from_the_outer_document() {
    Outcome<Object> outcome = Outcome.refused(MISSING).under("/inputs/0");
    assertThat(outcome).isEqualTo(Outcome.refused(MISSING.under("/inputs/0")));
    assertThat(MISSING.under("/inputs/0").pointer()).isEqualTo("/inputs/0/name");
  }

  @Test
  void a_refusal_without_a_reason_cannot_be_made() {
    assertThatThrownBy(() -> Outcome.refused(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
