package io.tanlian.exchange.material;

import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.verifier.stock.Amounts;
import java.util.List;

/**
 * So much of a material of one origin.
 *
 * @param mass kilograms
 */
record Amount(String material, String origin, String mass) {
  static List<Amount> all(Amounts amounts) {
    return amounts.contents().entrySet().stream()
        .map(one -> of(one.getKey(), one.getValue()))
        .toList();
  }

  private static Amount of(MaterialOrigin what, long grams) {
    return new Amount(what.material().code(), what.origin().wireName(), Amounts.kilograms(grams));
  }
}
