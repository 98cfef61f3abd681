package io.tanlian.contracts.problem;

import io.tanlian.contracts.problem.Outcome.Accepted;
import io.tanlian.contracts.problem.Outcome.Refused;
import java.util.List;

/** What a test expects of an outcome; anything else fails the test and shows it. */
public final class Outcomes {
  private Outcomes() {}

  public static <T> T accepted(Outcome<T> outcome) {
    return switch (outcome) {
      case Accepted<T>(T value) -> value;
      case Refused<T>(List<Problem> problems) -> throw new AssertionError("refused: " + problems);
    };
  }

  /** The only problem of a refusal. */
  public static Problem refused(Outcome<?> outcome) {
    if (outcome instanceof Refused<?>(List<Problem> problems) && problems.size() == 1) {
      return problems.getFirst();
    }
    throw new AssertionError("not refused for one reason: " + outcome);
  }
}
