package io.tanlian.example.battery.figure;

import io.tanlian.contracts.pact.v3.DataQualityIndicators;
import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.Product;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.network.SupplyNetwork;
import io.tanlian.footprint.quality.DataQuality;
import io.tanlian.footprint.rollup.Calculator;
import io.tanlian.footprint.rollup.RollUp;
import io.tanlian.footprint.rollup.RollUpOutcome;
import io.tanlian.footprint.rollup.TreeLimits;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of every product of a chain, rolled up over the inventories of all. */
public final class ChainFigures {
  /** Significant digits of a declared footprint. */
  public static final int FOOTPRINT_DIGITS = 10;

  private static final MathContext FOOTPRINT = new MathContext(FOOTPRINT_DIGITS);
  private static final int DECIMALS = 2;

  private final Map<Product, Figure> figures;

  private ChainFigures(Map<Product, Figure> figures) {
    this.figures = Map.copyOf(figures);
  }

  /** Computes them; loops are solved, not cut. */
  public static ChainFigures of(Chain chain) {
    Draft draft = new Draft(chain);
    List<Activity> activities = new ArrayList<>();
    for (Product product : chain.products()) {
      activities.add(draft.of(product, activities.size()));
    }
    Calculator calculator = new Calculator(SupplyNetwork.of(activities));
    Map<Product, Figure> figures = new HashMap<>();
    for (Product product : chain.products()) {
      figures.put(product, figure(calculator, product, chain));
    }
    return new ChainFigures(figures);
  }

  public Figure of(Product product) {
    Figure figure = figures.get(product);
    if (figure == null) {
      throw new IllegalArgumentException("not a product of the chain: " + product.id());
    }
    return figure;
  }

  private static Figure figure(Calculator calculator, Product product, Chain chain) {
    return switch (calculator.rollUp(
        product.id(), Optional.of(product.maker().id()), chain.created(), TreeLimits.DEFAULT)) {
      case RollUp rollUp when rollUp.missing().isEmpty() && rollUp.doubts().isEmpty() ->
          new Figure(
              rollUp.perUnit().excludingUptake().round(FOOTPRINT).stripTrailingZeros(),
              rounded(rollUp.primaryDataSharePercent().orElse(BigDecimal.ZERO)),
              indicators(rollUp.dataQuality()));
      case RollUp rollUp ->
          throw new IllegalStateException(
              "%s is incomplete: %s %s".formatted(product.id(), rollUp.missing(), rollUp.doubts()));
      case RollUpOutcome.Refused(var refusal) -> throw new IllegalStateException(refusal.words());
    };
  }

  private static DataQualityIndicators indicators(DataQuality quality) {
    return new DataQualityIndicators(
        rating(quality.technology()), rating(quality.geography()), rating(quality.time()));
  }

  private static BigDecimal rating(Optional<BigDecimal> rating) {
    return rounded(rating.orElse(DataQuality.WORST));
  }

  private static BigDecimal rounded(BigDecimal value) {
    return value.setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
