package io.tanlian.cli.export.passport;

import io.tanlian.cli.exchange.RollUpAnswer.Branch;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.passport.FootprintFacts;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A product's footprint up to the factory's gate, split into two life-cycle stages (Regulation (EU)
 * 2023/1542, annex II, 4). Main production has the own emissions of the steps that the manufacturer
 * names, and those of the energy they take in; everything else is raw material acquisition and
 * pre-processing. Figures are kgCO2e; all three together are the total.
 *
 * @param unshown what the tree of inputs does not show, and what is therefore not split
 */
record StageSplit(BigDecimal rawMaterial, BigDecimal mainProduction, BigDecimal unshown) {
  static StageSplit of(Branch product, FootprintFacts facts) {
    return of(product, false, facts);
  }

  private static StageSplit of(Branch branch, boolean intoMainStep, FootprintFacts facts) {
    boolean isMainStep = isAmong(facts.mainProductionSteps(), branch);
    boolean isItsEnergy = intoMainStep && isAmong(facts.mainProductionEnergy(), branch);
    StageSplit split =
        isMainStep || isItsEnergy
            ? new StageSplit(BigDecimal.ZERO, branch.own(), branch.rest())
            : new StageSplit(branch.own(), BigDecimal.ZERO, branch.rest());
    return branch.branches().stream()
        .map(input -> of(input, isMainStep, facts))
        .reduce(split, StageSplit::plus);
  }

  /**
   * The steps of main production whose footprint is known as a whole only: it has raw materials in
   * it, so it cannot be split.
   */
  static List<ProductId> unsplittable(Branch branch, FootprintFacts facts) {
    Stream<ProductId> own =
        isAmong(facts.mainProductionSteps(), branch) && !branch.kind().equals("computed")
            ? Stream.of(branch.product())
            : Stream.empty();
    return Stream.concat(
            own, branch.branches().stream().flatMap(input -> unsplittable(input, facts).stream()))
        .distinct()
        .toList();
  }

  /** Whether a product stands anywhere in the tree. */
  static boolean shows(Branch tree, ProductId product) {
    return tree.product().names(product)
        || tree.branches().stream().anyMatch(branch -> shows(branch, product));
  }

  StageSplit times(BigDecimal units) {
    return new StageSplit(
        rawMaterial.multiply(units), mainProduction.multiply(units), unshown.multiply(units));
  }

  private StageSplit plus(StageSplit other) {
    return new StageSplit(
        rawMaterial.add(other.rawMaterial),
        mainProduction.add(other.mainProduction),
        unshown.add(other.unshown));
  }

  private static boolean isAmong(List<ProductId> products, Branch branch) {
    return products.stream().anyMatch(branch.product()::names);
  }
}
