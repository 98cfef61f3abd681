package io.tanlian.cli.material;

import io.tanlian.cli.exchange.MaterialMass;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.MaterialOrigin;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Masses in words. */
final class MassWords {
  private MassWords() {}

  static String kilograms(BigDecimal kilograms) {
    return kilograms.stripTrailingZeros().toPlainString() + " kg";
  }

  /** What a lot of the statement holds, {@code Ni postConsumer 98.6 kg} for one. */
  static String contents(List<Content> contents) {
    return contents.stream()
        .map(content -> of(content.materialOrigin(), content.mass()))
        .collect(Collectors.joining(", "));
  }

  /** The same of what an exchange answered. */
  static String masses(List<MaterialMass> masses) {
    return masses.stream()
        .map(mass -> of(mass.what(), mass.kilograms()))
        .collect(Collectors.joining(", "));
  }

  /** How much there is of one of them, zero included. */
  static String of(MaterialOrigin what, List<MaterialMass> masses) {
    return kilograms(
        masses.stream()
            .filter(mass -> mass.what().equals(what))
            .map(MaterialMass::kilograms)
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  static String name(MaterialOrigin what) {
    return what.material() + " " + what.origin().wireName();
  }

  private static String of(MaterialOrigin what, BigDecimal kilograms) {
    return name(what) + " " + kilograms(kilograms);
  }
}
