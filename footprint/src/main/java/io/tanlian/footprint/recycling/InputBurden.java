package io.tanlian.footprint.recycling;

import static java.math.BigDecimal.ONE;
import static java.math.MathContext.DECIMAL128;

import io.tanlian.contracts.declaration.EmissionFactor;
import io.tanlian.contracts.declaration.EndOfLife;
import io.tanlian.contracts.declaration.RecycledInput;
import io.tanlian.contracts.declaration.RecyclingFormula;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.activity.Input;
import java.math.BigDecimal;

/**
 * The burden of one unit of an input as a linear form of the burden of primary material: {@code
 * primary * Ev + recycling}. Both methods are linear in Ev, so that Ev may be the unknown of a loop
 * and the loop is still solved exactly.
 *
 * @param primary how much of Ev counts, not negative; 1 where nothing is recycled
 * @param recycling what counts whatever Ev is, in kgCO2e for one unit: recycling, and the credit at
 *     the end of life
 */
public record InputBurden(BigDecimal primary, Figures recycling) {

  /** Nothing is recycled: the burden is Ev. */
  public static final InputBurden ALL_PRIMARY = new InputBurden(ONE, Figures.ZERO);

  public static InputBurden of(Input input) {
    return input.recycled().map(InputBurden::of).orElse(ALL_PRIMARY);
  }

  public static InputBurden of(RecycledInput recycled) {
    return switch (recycled.formula()) {
      case RecyclingFormula.CutOff() -> cutOff(recycled);
      case RecyclingFormula.Circular circular -> circular(recycled, circular);
    };
  }

  /** (1 - R1) Ev + R1 Erecycled. */
  private static InputBurden cutOff(RecycledInput recycled) {
    return new InputBurden(
        ONE.subtract(recycled.share()), perUnit(recycled.recycling()).times(recycled.share()));
  }

  /**
   * (1 - R1) Ev + R1 (A Erecycled + (1 - A) Ev Qsin/Qp) + (1 - A) R2 (ErecyclingEoL - E*v
   * Qsout/Qp).
   */
  private static InputBurden circular(RecycledInput recycled, RecyclingFormula.Circular terms) {
    BigDecimal share = recycled.share();
    BigDecimal giversPart = ONE.subtract(terms.a());
    BigDecimal replaced =
        share.multiply(giversPart, DECIMAL128).multiply(terms.quality(), DECIMAL128);
    Figures taken = perUnit(recycled.recycling()).times(share.multiply(terms.a(), DECIMAL128));
    EndOfLife endOfLife = terms.endOfLife();
    return new InputBurden(
        ONE.subtract(share).add(replaced, DECIMAL128),
        endOfLife == null ? taken : taken.plus(endOfLife(endOfLife).times(giversPart)));
  }

  /** R2 (ErecyclingEoL - E*v Qsout/Qp). */
  private static Figures endOfLife(EndOfLife endOfLife) {
    return perUnit(endOfLife.recycling())
        .plus(perUnit(endOfLife.displaced()).times(endOfLife.quality().negate()))
        .times(endOfLife.share());
  }

  private static Figures perUnit(EmissionFactor factor) {
    return Figures.of(factor.values());
  }

  /** Whether the burden of primary material counts at all. */
  public boolean needsPrimary() {
    return primary.signum() != 0;
  }

  /** The amount of primary material whose burden counts, of this amount of the input. */
  public BigDecimal primaryOf(BigDecimal amount) {
    return primary.compareTo(ONE) == 0 ? amount : amount.multiply(primary, DECIMAL128);
  }

  /** The burden of an amount of the input, given what as much primary material would have. */
  public Figures of(Figures allPrimary, BigDecimal amount) {
    return allPrimary.times(primary).plus(recycling.times(amount));
  }
}
