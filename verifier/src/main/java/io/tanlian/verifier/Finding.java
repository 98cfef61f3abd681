package io.tanlian.verifier;

import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;

/**
 * What a rule found in a statement.
 *
 * @param problem with a pointer into the payload of the signed JWT
 */
public record Finding(Severity severity, Problem problem) {

  public static Finding error(ProblemCode code, String pointer, String detail, String remedy) {
    return new Finding(Severity.ERROR, new Problem(code, pointer, detail, remedy));
  }

  public static Finding warning(ProblemCode code, String pointer, String detail, String remedy) {
    return new Finding(Severity.WARNING, new Problem(code, pointer, detail, remedy));
  }

  public static Finding info(ProblemCode code, String pointer, String detail, String remedy) {
    return new Finding(Severity.INFO, new Problem(code, pointer, detail, remedy));
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
