package io.tanlian.verifier.material;

import io.tanlian.contracts.material.Material;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a lot of a compound holds.
 *
 * @param mass kilograms
 * @param purity mass share of the compound
 */
public record Composition(BigDecimal mass, BigDecimal purity, Compound compound) {
  /** Relative: rounded molar masses, and what assaying leaves open. */
  static final BigDecimal TOLERANCE = new BigDecimal("0.01");

  /** The most molecules of water that a salt on the market crystallises with. */
  private static final int WATERS_MAX = 12;

  private static final MathContext SHOWN = new MathContext(4);

  /**
   * Why the lot cannot hold just so much of an element, and which hydrate could; empty if it can,
   * or if the material is no element.
   */
  public Optional<String> misfit(Material material, BigDecimal declared) {
    String symbol = material.code();
    if (AtomicMasses.of(symbol).isEmpty() || fits(compound, symbol, declared)) {
      return Optional.empty();
    }
    String detail =
        "%s kg of %s hold %s, not %s kg"
            .formatted(
                mass.toPlainString(),
                compound.formula(),
                heldInWords(symbol),
                declared.toPlainString());
    return Optional.of(
        otherWaters()
            .filter(other -> fits(other, symbol, declared))
            .findFirst()
            .map(other -> "%s; it would fit %s".formatted(detail, other.formula()))
            .orElse(detail));
  }

  private String heldInWords(String symbol) {
    BigDecimal held = held(compound, symbol);
    return held.signum() == 0
        ? "no " + symbol
        : "%s kg of %s".formatted(held.round(SHOWN).toPlainString(), symbol);
  }

  private BigDecimal held(Compound candidate, String symbol) {
    return mass.multiply(purity).multiply(candidate.content(symbol));
  }

  /** An element that is not in the formula may be in what is not the compound. */
  private boolean fits(Compound candidate, String symbol, BigDecimal declared) {
    BigDecimal expected = held(candidate, symbol);
    if (expected.signum() == 0) {
      return declared.compareTo(mass.multiply(BigDecimal.ONE.subtract(purity))) <= 0;
    }
    return declared.subtract(expected).abs().compareTo(expected.multiply(TOLERANCE)) <= 0;
  }

  private Stream<Compound> otherWaters() {
    Compound dry = compound.dry();
    return Stream.concat(
        Stream.of(dry),
        IntStream.rangeClosed(1, WATERS_MAX).mapToObj(n -> dry.withWater(BigDecimal.valueOf(n))));
  }
}
