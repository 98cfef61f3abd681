package io.tanlian.exchange.problem;

import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;

/** A query cannot be answered as it was asked. */
public final class QueryRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private QueryRefused(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** A parameter breaks a rule. */
  public static QueryRefused invalid(String detail, String remedy) {
    return new QueryRefused(Problem.of(ProblemCode.REQUEST_INVALID, detail, remedy));
  }

  /** There is no such thing, or was none at that tree size. */
  public static QueryRefused notFound(String detail, String remedy) {
    return new QueryRefused(Problem.of(ProblemCode.REQUEST_NOT_FOUND, detail, remedy));
  }

  /** A rule of its own refuses it. */
  public static QueryRefused because(Problem problem) {
    return new QueryRefused(problem);
  }

  /** The answer would be too much for one request. */
  public static QueryRefused tooLarge(String detail, String remedy) {
    return new QueryRefused(Problem.of(ProblemCode.REQUEST_TOO_LARGE, detail, remedy));
  }

  /** What is wrong with it, and what to do. */
  public Problem problem() {
    return problem;
  }
}
