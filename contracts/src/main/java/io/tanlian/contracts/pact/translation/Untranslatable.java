package io.tanlian.contracts.pact.translation;

import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;

/** Ends a translation; never leaves this package. */
final class Untranslatable extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Untranslatable(String pointer, String detail) {
    super(detail, null, false, false);
    this.problem =
        new Problem(
            ProblemCode.FOOTPRINT_NOT_TRANSLATABLE,
            pointer,
            detail,
            "Read the footprint in the version it was stated in.");
  }

  Problem problem() {
    return problem;
  }
}
