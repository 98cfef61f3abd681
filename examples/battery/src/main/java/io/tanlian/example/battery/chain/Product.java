package io.tanlian.example.battery.chain;

import io.tanlian.contracts.identifier.ProductId;
import java.util.Optional;

/**
 * What a step makes in one scenario, or in all of them.
 *
 * @param step the short name of the step
 * @param scenario empty for a product that all scenarios share
 */
public record Product(String step, Company maker, Optional<Scenario> scenario) {

  /** {@code urn:tanlian-demo:product:cathode-maker:cathode:primary} for one. */
  public ProductId id() {
    return ProductId.parse(
        "urn:tanlian-demo:product:"
            + maker.key()
            + ":"
            + step
            + scenario.map(s -> ":" + s.key()).orElse(""));
  }
}
