package io.tanlian.example.battery.chain;

import io.tanlian.contracts.unit.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What one company makes: an inventory per one unit of output, or a published figure.
 *
 * @param massKg mass of one unit of output
 * @param scenarios those in which it is made, each in its own way; empty means the same way in all
 * @param geography {@code global} where the figure is not of the company's subdivision
 */
record Step(
    String key,
    String company,
    String name,
    Unit unit,
    BigDecimal massKg,
    Optional<String> compound,
    Optional<String> geography,
    List<Scenario> scenarios,
    FossilCarbon fossilCarbon,
    Optional<Published> published,
    Optional<String> coProducts,
    Optional<Quantities> quantities,
    List<Line> inputs,
    List<Line> direct,
    Optional<Exempted> exempted,
    Optional<String> comparison) {

  boolean madeIn(Scenario scenario) {
    return scenarios.isEmpty() || scenarios.contains(scenario);
  }
}
