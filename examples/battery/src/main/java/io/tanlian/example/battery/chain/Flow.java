package io.tanlian.example.battery.chain;

import java.math.BigDecimal;

/**
 * An amount that enters a step, or leaves it with its burden, per one unit of the step's output.
 */
public sealed interface Flow {
  BigDecimal amount();

  /** Whether it leaves: its burden is subtracted. */
  boolean leaves();

  /** An amount of another company's product, in that product's unit. */
  record OfProduct(Product product, BigDecimal amount, boolean leaves) implements Flow {}

  /** An amount of something for which only secondary data is known, in the factor's unit. */
  record OfFactor(Factor factor, BigDecimal amount, boolean leaves) implements Flow {}
}
