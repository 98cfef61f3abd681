package io.tanlian.example.battery.chain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An amount of another step's product or of a factor, as written in the data file: exactly one of
 * {@code product} and {@code factor} is there.
 *
 * @param scenarios those in which the line exists; empty means all
 */
record Line(
    Optional<String> product,
    Optional<String> factor,
    BigDecimal amount,
    Optional<Way> direction,
    List<Scenario> scenarios,
    Optional<String> why) {

  /** Which way material goes. */
  enum Way {
    @JsonProperty("out")
    OUT
  }

  Line {
    if (product.isPresent() == factor.isPresent()) {
      throw new IllegalArgumentException("a line names a product or a factor: " + product + factor);
    }
  }

  boolean existsIn(Scenario scenario) {
    return scenarios.isEmpty() || scenarios.contains(scenario);
  }

  boolean leaves() {
    return direction.isPresent();
  }
}
