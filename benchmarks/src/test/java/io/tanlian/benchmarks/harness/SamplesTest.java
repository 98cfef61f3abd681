package io.tanlian.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void the_median_is_the_middle_one_whatever_the_order() {
    assertThat(new Samples(List.of(9.0, 1.0, 5.0)).median()).isEqualTo(5.0);
  }

  @Test
  void the_median_of_an_even_number_is_between_the_two_in_the_middle() {
    assertThat(new Samples(List.of(8.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3.0);
  }

  @Test
  void sides_are_divided_round_by_round() {
    Samples ratios =
        new Samples(List.of(10.0, 30.0, 20.0)).over(new Samples(List.of(20.0, 20.0, 20.0)));
    assertThat(ratios.values()).containsExactly(0.5, 1.5, 1.0);
    assertThat(ratios.min()).isEqualTo(0.5);
    assertThat(ratios.max()).isEqualTo(1.5);
  }

  @Test
  void sides_with_different_rounds_are_not_compared() {
    assertThatThrownBy(() -> new Samples(List.of(1.0)).over(new Samples(List.of(1.0, 2.0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 and 2 rounds");
  }

  @Test
  void of_nothing_there_is_no_median() {
    assertThatThrownBy(() -> new Samples(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_percentile_is_what_that_share_did_not_exceed() {
    Latencies latencies =
        new Latencies(LongStream.rangeClosed(1, 200).map(ms -> (201 - ms) * 1_000_000).toArray());
    assertThat(latencies.percentileMs(50)).isEqualTo(100.0);
    assertThat(latencies.percentileMs(99)).isEqualTo(198.0);
    assertThat(latencies.percentileMs(99.9)).isEqualTo(200.0);
    assertThat(new Latencies(new long[] {3_500_000}).percentileMs(99)).isEqualTo(3.5);
  }
}
