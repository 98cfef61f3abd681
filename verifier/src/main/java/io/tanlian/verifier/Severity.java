package io.tanlian.verifier;

/** How much a finding weighs. */
public enum Severity {
  /** The statement is refused, or should have been. */
  ERROR,
  /** The statement stands; somebody should look at it. */
  WARNING,
  /** Something could not be judged. */
  INFO
}
