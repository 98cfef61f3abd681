package io.tanlian.contracts.unit;

/** A quantity in another unit, or why there is none. */
public sealed interface Conversion {
  /** The same quantity in the unit asked for. */
  record Converted(Quantity quantity) implements Conversion {}

  /** No conversion; the reason is a sentence for the person who wrote the quantity. */
  record Refused(String reason) implements Conversion {}
}
