package io.tanlian.footprint.activity;

import io.tanlian.contracts.unit.Quantity;
import java.util.List;

/**
 * What a production step takes, makes and emits: PCF = (sum of inputs' burdens + direct emissions)
 * / output.
 *
 * @param output of the declared product, above zero; inputs and direct emissions are for all of it
 */
public record Recipe(Quantity output, List<Input> inputs, Figures directEmissions) {

  public Recipe {
    if (output.isZero()) {
      throw new IllegalArgumentException("output must be above zero: a recipe makes something");
    }
    inputs = List.copyOf(inputs);
  }
}
