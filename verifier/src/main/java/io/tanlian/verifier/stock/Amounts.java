package io.tanlian.verifier.stock;

import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.MaterialOrigin;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongBinaryOperator;

/**
 * How much there is, in whole grams, so that sums are exact.
 *
 * @param mass of the whole
 * @param contents of each material and origin; what is missing is zero
 */
public record Amounts(long mass, SortedMap<MaterialOrigin, Long> contents) {
  public static final Amounts NONE = new Amounts(0, Collections.emptySortedMap());

  private static final int GRAMS_SCALE = 3;

  public Amounts {
    contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
  }

  public static Amounts of(Batch batch) {
    return of(batch.mass(), batch.contents());
  }

  public static Amounts of(Allocation allocation) {
    return of(allocation.mass(), allocation.contents());
  }

  /** Contents alone, without the mass they are in. */
  public static Amounts of(Collection<Content> contents) {
    return of(BigDecimal.ZERO, contents);
  }

  private static Amounts of(BigDecimal mass, Collection<Content> contents) {
    SortedMap<MaterialOrigin, Long> grams = new TreeMap<>();
    contents.forEach(
        content -> grams.merge(content.materialOrigin(), grams(content.mass()), Math::addExact));
    return new Amounts(grams(mass), grams);
  }

  public Amounts plus(Amounts other) {
    return combined(other, Math::addExact);
  }

  public Amounts minus(Amounts other) {
    return combined(other, Math::subtractExact);
  }

  /** Grams of a material of an origin. */
  public long of(MaterialOrigin what) {
    return contents.getOrDefault(what, 0L);
  }

  /** Whether nothing is below zero. */
  public boolean isPossible() {
    return mass >= 0 && contents.values().stream().allMatch(grams -> grams >= 0);
  }

  /** Kilograms, as they are written. */
  public static String kilograms(long grams) {
    return BigDecimal.valueOf(grams, GRAMS_SCALE).stripTrailingZeros().toPlainString();
  }

  private Amounts combined(Amounts other, LongBinaryOperator operator) {
    SortedMap<MaterialOrigin, Long> combined = new TreeMap<>(contents);
    other.contents.forEach(
        (what, grams) -> combined.put(what, operator.applyAsLong(of(what), grams)));
    combined.values().removeIf(grams -> grams == 0);
    return new Amounts(operator.applyAsLong(mass, other.mass), combined);
  }

  private static long grams(BigDecimal kilograms) {
    return kilograms.movePointRight(GRAMS_SCALE).longValueExact();
  }
}
