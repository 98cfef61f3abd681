package io.tanlian.footprint;

import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.network.Refusal;
import io.tanlian.footprint.network.SupplyNetwork;
import io.tanlian.footprint.rollup.Calculator;
import io.tanlian.footprint.rollup.RollUp;
import io.tanlian.footprint.rollup.RollUpOutcome;
import io.tanlian.footprint.rollup.TreeLimits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** Asks networks of declarations for footprints, in specifications. */
public final class Networks {
  public static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  private Networks() {}

  public static List<Activity> activities(DeclaredStep... steps) {
    return Arrays.stream(steps).map(DeclaredStep::activity).toList();
  }

  public static RollUp rollUp(String product, DeclaredStep... steps) {
    return rollUp(product, activities(steps));
  }

  public static RollUp rollUp(String product, Collection<Activity> activities) {
    return rollUp(product, activities, TreeLimits.DEFAULT);
  }

  public static RollUp rollUp(String product, Collection<Activity> activities, TreeLimits limits) {
    return switch (outcome(product, activities, limits)) {
      case RollUp rollUp -> rollUp;
      case RollUpOutcome.Refused(Refusal refusal) -> Assertions.fail(refusal.words());
    };
  }

  public static Refusal refusal(String product, DeclaredStep... steps) {
    return switch (outcome(product, activities(steps), TreeLimits.DEFAULT)) {
      case RollUp rollUp -> Assertions.fail("computed " + rollUp.perUnit());
      case RollUpOutcome.Refused(Refusal refusal) -> refusal;
    };
  }

  /** The footprint for one unit, excluding uptake. */
  public static BigDecimal perUnit(String product, Collection<Activity> activities) {
    return rollUp(product, activities).perUnit().excludingUptake();
  }

  private static RollUpOutcome outcome(
      String product, Collection<Activity> activities, TreeLimits limits) {
    return new Calculator(SupplyNetwork.of(activities))
        .rollUp(DeclaredStep.product(product), Optional.empty(), NOW, limits);
  }
}
