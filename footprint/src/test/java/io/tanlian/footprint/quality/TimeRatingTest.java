package io.tanlian.footprint.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PACT Methodology v3, time rating: up to 366, 731, 1096 and 1461 days are 1 to 4. */
class TimeRatingTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1", "366, 1", "367, 2", "731, 2", "732, 3", "1096, 3", "1097, 4", "1461, 4", "1462, 5",
    "9000, 5"
  })
  void older_data_rate_worse(long gapDays, int rating) {
    Instant product = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(TimeRating.of(product, product.minus(Duration.ofDays(gapDays)))).isEqualTo(rating);
    assertThat(TimeRating.of(product, product.plus(Duration.ofDays(gapDays)))).isEqualTo(rating);
  }
}
