package io.tanlian.ledger.storage;

/** The database was told to commit and did not say what came of it: it may have, or not. */
public final class UnansweredCommitException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnansweredCommitException(Exception cause) {
    super(cause);
  }
}
