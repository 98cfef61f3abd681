package io.tanlian.footprint.network;

import io.tanlian.contracts.unit.Conversion;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.activity.Input;
import io.tanlian.footprint.activity.Recipe;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One run of an activity as the calculation uses it.
 *
 * @param kind whether the figure is computed from a recipe or taken from the declaration
 * @param output of one run, in the declared unit of measurement, above zero
 * @param direct emissions of one run that no input accounts for
 * @param inputs of one run
 * @param problem why a recipe could not be used
 */
public record Step(
    Activity activity,
    Kind kind,
    BigDecimal output,
    Figures direct,
    List<Input> inputs,
    Optional<String> problem) {

  /** Where a step's figure comes from. */
  public enum Kind {
    /** From its inputs and its direct emissions. */
    COMPUTED,
    /** As declared by its owner; what is behind it is not known here. */
    DECLARED
  }

  /** The activity as a step; empty if neither a recipe nor a figure of it is disclosed. */
  public static Optional<Step> of(Activity activity) {
    return activity
        .recipe()
        .map(recipe -> computed(activity, recipe))
        .orElseGet(() -> declared(activity, Optional.empty()));
  }

  private static Optional<Step> computed(Activity activity, Recipe recipe) {
    return switch (activity.declared().unit().express(recipe.output())) {
      case Conversion.Converted(var output) ->
          Optional.of(
              new Step(
                  activity,
                  Kind.COMPUTED,
                  output.amount(),
                  recipe.directEmissions(),
                  recipe.inputs(),
                  Optional.empty()));
      case Conversion.Refused(String reason) ->
          declared(
              activity,
              Optional.of("its output cannot be used, its declared figure is: " + reason));
    };
  }

  private static Optional<Step> declared(Activity activity, Optional<String> problem) {
    return activity
        .declared()
        .figures()
        .map(figures ->
            new Step(
                activity,
                Kind.DECLARED,
                activity.declared().unit().quantity().amount(),
                figures,
                List.of(),
                problem));
  }
}
