package io.tanlian.contracts.pact.translation;

import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import java.util.List;

/**
 * A footprint in another version of PACT.
 *
 * @param losses everything that the source and the target do not both say; empty if nothing
 */
public record Translation<T>(T footprint, List<Loss> losses) {
  public Translation {
    losses = List.copyOf(losses);
  }

  /**
   * The footprint in version 2.3, per one declared unit. Pieces become kilograms, for version 2 has
   * none; what has neither a unit of version 2 nor a mass is refused, and so is a footprint without
   * a figure that version 2 requires.
   */
  public static Outcome<Translation<io.tanlian.contracts.pact.v2.ProductFootprint>> toVersion2(
      ProductFootprint source) {
    return translated(() -> new ToVersion2(source).translation());
  }

  /** The footprint in version 3, per amount of declared units that the product contains. */
  public static Outcome<Translation<ProductFootprint>> toVersion3(
      io.tanlian.contracts.pact.v2.ProductFootprint source) {
    return translated(() -> new ToVersion3(source).translation());
  }

  private interface Step<T> {
    Translation<T> run() throws Untranslatable;
  }

  private static <T> Outcome<Translation<T>> translated(Step<T> step) {
    try {
      return Outcome.accepted(step.run());
    } catch (Untranslatable refusal) {
      return Outcome.refused(refusal.problem());
    } catch (IllegalArgumentException broken) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.FOOTPRINT_NOT_TRANSLATABLE,
              "A rule is broken: " + broken.getMessage() + ".",
              "Read the footprint in the version it was stated in."));
    }
  }
}
