package io.tanlian.example.battery.chain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reference chain: own emissions of each step, kgCO2e per pack, and known answers, kgCO2e per
 * unit of product.
 */
public record KnownAnswers(
    String what,
    Map<String, Map<String, BigDecimal>> withoutLoop,
    Map<String, Map<String, BigDecimal>> withLoop,
    Map<String, Map<String, BigDecimal>> answers) {

  public static KnownAnswers read() {
    try (InputStream data =
        Objects.requireNonNull(
            KnownAnswers.class.getResourceAsStream("/battery/known-answers.json"))) {
      return new JsonMapper().readValue(data, KnownAnswers.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers by step; "pack per kWh" is an 80th of a pack. */
  public Map<String, BigDecimal> of(Scenario scenario) {
    return Objects.requireNonNull(answers.get(scenario.key()));
  }
}
