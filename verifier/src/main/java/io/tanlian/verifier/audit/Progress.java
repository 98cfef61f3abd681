package io.tanlian.verifier.audit;

/** Hears how far an audit has come. */
@FunctionalInterface
public interface Progress {

  /** The parts of an audit, in their order. */
  enum Phase {
    /** Copying and hashing; counts entries. */
    HISTORY,
    /** Reading and judging; counts entries. */
    STATEMENTS,
    /** Computing footprints; counts products. */
    FOOTPRINTS
  }

  void reached(Phase phase, long done, long total);
}
