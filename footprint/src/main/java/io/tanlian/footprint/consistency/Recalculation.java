package io.tanlian.footprint.consistency;

import io.tanlian.contracts.unit.Conversion;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.activity.Input;
import io.tanlian.footprint.activity.Recipe;
import io.tanlian.footprint.network.Supply;
import io.tanlian.footprint.network.SupplyNetwork;
import io.tanlian.footprint.recycling.InputBurden;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A declared PCF beside the one that follows from its own recipe and the PCFs its suppliers
 * declared: (sum q P / U + D) / output (ISO 14067, PACT Methodology v3).
 */
public sealed interface Recalculation {

  /** Every disclosed figure beside the expected one, equal ones included. */
  record Compared(List<Difference> differences) implements Recalculation {
    public Compared {
      differences = List.copyOf(differences);
    }

    /** The figures that differ by more than a relative tolerance. */
    public List<Difference> mismatches(BigDecimal tolerance) {
      return differences.stream().filter(difference -> difference.exceeds(tolerance)).toList();
    }
  }

  /** The figures cannot be compared; the reasons are sentences. */
  record NotComparable(List<String> reasons) implements Recalculation {
    public NotComparable {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Compares one declaration. Unlike a roll-up, this uses the figures the declaration says it used:
   * a secondary factor without a pinned statement is taken before a supplier's figure.
   */
  static Recalculation of(Activity activity, SupplyNetwork network) {
    if (activity.recipe().isEmpty()) {
      return new NotComparable(List.of("the recipe is undeclared or not disclosed"));
    }
    Recipe recipe = activity.recipe().get();
    List<String> reasons = new ArrayList<>();
    Figures burden = recipe.directEmissions();
    for (Input input : recipe.inputs()) {
      Optional<Figures> known = burdenOf(input, network, reasons);
      burden = known.map(burden::plus).orElse(burden);
    }
    return switch (activity.declared().unit().express(recipe.output())) {
      case Conversion.Converted(var output) when reasons.isEmpty() ->
          compared(
              activity,
              burden
                  .times(activity.declared().unit().quantity().amount())
                  .dividedBy(output.amount()));
      case Conversion.Converted _ -> new NotComparable(reasons);
      case Conversion.Refused(String reason) -> {
        reasons.add("output: " + reason);
        yield new NotComparable(reasons);
      }
    };
  }

  private static Optional<Figures> burdenOf(
      Input input, SupplyNetwork network, List<String> reasons) {
    Supply supply =
        input.statement().isEmpty() && input.factor().isPresent()
            ? new Supply.Estimated(input.factor().get(), Optional.empty())
            : network.supplyOf(input);
    Optional<Figures> burden =
        switch (supply) {
          case Supply.Supplied(Activity supplier, BigDecimal amount) ->
              supplier.declared().figuresPerUnit().map(figures -> figures.times(amount));
          case Supply.Estimated(var factor, var _) ->
              Optional.of(factor.perUnit().times(input.quantity().amount()));
          case Supply.AllRecycled _ -> Optional.of(Figures.ZERO);
          case Supply.Missing _ -> Optional.empty();
        };
    if (burden.isEmpty()) {
      reasons.add(
          "%s: %s"
              .formatted(
                  input.product(),
                  supply instanceof Supply.Missing missing
                      ? missing.words()
                      : "the supplier's declared figures are not disclosed"));
    }
    return burden
        .map(figures -> withRecycled(input, figures))
        .map(figures -> figures.times(input.signed(BigDecimal.ONE)));
  }

  /** The burden of the whole input, given what it would be if all of it were primary material. */
  private static Figures withRecycled(Input input, Figures primary) {
    return input
        .recycled()
        .map(InputBurden::of)
        .map(burden -> burden.of(primary, input.quantity().amount()))
        .orElse(primary);
  }

  private static Recalculation compared(Activity activity, Figures expected) {
    List<Difference> differences = new ArrayList<>();
    activity
        .declared()
        .components()
        .forEach((component, declared) ->
            differences.add(
                Difference.between(
                    component.wireName(),
                    expected.components().getOrDefault(component, BigDecimal.ZERO),
                    declared)));
    activity
        .declared()
        .excludingUptake()
        .ifPresent(declared ->
            differences.add(
                Difference.between(
                    "pcfExcludingBiogenicUptake", expected.excludingUptake(), declared)));
    activity
        .declared()
        .includingUptake()
        .ifPresent(declared ->
            differences.add(
                Difference.between(
                    "pcfIncludingBiogenicUptake", expected.includingUptake(), declared)));
    return differences.isEmpty()
        ? new NotComparable(List.of("the declared figures are not disclosed"))
        : new Compared(differences);
  }
}
