package io.tanlian.ledger.replay;

/** A rebuild that cannot go on as things are; the message says what to do. */
public final class RebuildRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  RebuildRefusedException(String words) {
    super(words);
  }
}
