package io.tanlian.footprint.quality;

import static io.tanlian.footprint.DeclaredStep.dec;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeightedMeanTest {

  @Test
  void removals_weigh_as_much_as_emissions_of_their_size() {
    assertThat(
            WeightedMean.EMPTY
                .with(dec("-3"), dec("100"))
                .with(dec("1"), dec("0"))
                .value()
                .orElseThrow())
        .isEqualByComparingTo("75");
  }

  @Test
  void nothing_has_no_mean() {
    assertThat(WeightedMean.EMPTY.with(dec("0"), dec("100")).value()).isEmpty();
  }
}
