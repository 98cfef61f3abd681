package io.tanlian.verifier.material;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chemical compound.
 *
 * @param formula as it was written
 * @param atoms how many of each element, by symbol
 */
public record Compound(String formula, Map<String, BigDecimal> atoms) {
  private static final MathContext DIVISION = MathContext.DECIMAL128;

  /**
   * A point is also the decimal point: water of crystallisation ends a formula, and is cut first.
   */
  private static final Pattern HYDRATE =
      Pattern.compile("(?<dry>.+?)\\.(?<waters>[0-9]+(?:\\.[0-9]+)?)?H2O");

  public Compound {
    atoms = Map.copyOf(atoms);
  }

  /**
   * Reads a formula: element symbols, counts that may have decimals, groups in parentheses, and
   * water of crystallisation at the end, {@code NiSO4.6H2O}, {@code LiNi0.8Co0.1Mn0.1O2}, {@code
   * Ni0.8Co0.1Mn0.1(OH)2}.
   *
   * @throws IllegalArgumentException saying where it is no formula
   */
  public static Compound parse(String formula) {
    Matcher hydrate = HYDRATE.matcher(formula);
    if (!hydrate.matches()) {
      return new Compound(formula, new FormulaReader(formula).atoms());
    }
    String written = hydrate.group("waters");
    BigDecimal waters = written == null ? BigDecimal.ONE : new BigDecimal(written);
    if (waters.signum() == 0) {
      throw new IllegalArgumentException("there is no water at the end of the formula " + formula);
    }
    return parse(hydrate.group("dry")).withWater(waters);
  }

  /** The same with so many more molecules of water of crystallisation. */
  Compound withWater(BigDecimal molecules) {
    Map<String, BigDecimal> wet = new TreeMap<>(atoms);
    wet.merge("H", molecules.multiply(BigDecimal.TWO), BigDecimal::add);
    wet.merge("O", molecules, BigDecimal::add);
    String count = molecules.compareTo(BigDecimal.ONE) == 0 ? "" : molecules.toPlainString();
    return new Compound("%s.%sH2O".formatted(formula, count), wet);
  }

  /** The same without its water of crystallisation; itself if it has none. */
  Compound dry() {
    Matcher hydrate = HYDRATE.matcher(formula);
    return hydrate.matches() ? parse(hydrate.group("dry")) : this;
  }

  /** In g/mol. */
  public BigDecimal molarMass() {
    return atoms.entrySet().stream()
        .map(atom -> mass(atom.getKey()).multiply(atom.getValue()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Mass share of an element, from 0 to 1; 34 digits. */
  public BigDecimal content(String symbol) {
    BigDecimal count = atoms.get(symbol);
    return count == null
        ? BigDecimal.ZERO
        : mass(symbol).multiply(count).divide(molarMass(), DIVISION);
  }

  private static BigDecimal mass(String symbol) {
    return AtomicMasses.of(symbol).orElseThrow();
  }
}
