package io.tanlian.tlog;

/** What checking a proof or a signature found: it holds, or it fails and why. */
public sealed interface Verdict {
  default boolean holds() {
    return this instanceof Holds;
  }

  record Holds() implements Verdict {}

  /**
   * The proof is worth nothing.
   *
   * @param reason what failed, in words for a person
   */
  record Fails(String reason) implements Verdict {}
}
