package io.tanlian.contracts.material;

import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds for masses and contents of every lot. */
final class Masses {
  /** A gram. What is below it cannot be weighed, and conservation is proved to the last gram. */
  private static final int SCALE_MAX = 3;

  /** A billion tonnes: sums of many masses still fit into 64 bits of grams. */
  private static final BigDecimal MAX = new BigDecimal("1000000000000");

  private Masses() {}

  /** The mass in kilograms, if it is above zero and in whole grams. */
  static BigDecimal checked(BigDecimal mass) {
    if (mass.signum() <= 0) {
      throw new IllegalArgumentException("a mass is above zero, in kilograms");
    }
    if (mass.stripTrailingZeros().scale() > SCALE_MAX) {
      throw new IllegalArgumentException(
          "a mass is given in kilograms to the gram: three decimals, not " + mass.toPlainString());
    }
    if (mass.compareTo(MAX) > 0) {
      throw new IllegalArgumentException("a mass is at most a billion tonnes, in kilograms");
    }
    return DecimalText.plain(mass);
  }

  /** The contents, if each material of each origin stands once, and all origins of it fit in. */
  static List<Content> checked(List<Content> contents, BigDecimal lotMass) {
    Set<MaterialOrigin> kinds = new HashSet<>();
    Map<Material, BigDecimal> sums = new HashMap<>();
    for (Content content : contents) {
      if (!kinds.add(content.materialOrigin())) {
        throw new IllegalArgumentException(
            "%s of one origin stands twice: add both masses".formatted(content.material()));
      }
      BigDecimal sum = sums.merge(content.material(), content.mass(), BigDecimal::add);
      if (sum.compareTo(lotMass) > 0) {
        throw new IllegalArgumentException(
            "%s kg of %s do not fit into a lot of %s kg"
                .formatted(sum.toPlainString(), content.material(), lotMass.toPlainString()));
      }
    }
    return List.copyOf(contents);
  }

  /** The purity, if it is a mass share, of a compound that is named. */
  static BigDecimal checkedPurity(BigDecimal purity, @Nullable String compound) {
    if (purity.signum() <= 0 || purity.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("purity is a mass share above 0 and at most 1, 0.995");
    }
    if (compound == null && purity.compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException("purity is that of a compound: name the compound");
    }
    return purity;
  }
}
