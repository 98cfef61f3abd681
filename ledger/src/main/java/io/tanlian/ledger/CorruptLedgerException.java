package io.tanlian.ledger;

/** What is stored is not what was appended: rows are missing, changed or contradict each other. */
public final class CorruptLedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long index;

  public CorruptLedgerException(long index, String words) {
    super("the ledger is damaged at index " + index + ": " + words);
    this.index = index;
  }

  /** The first index that is affected. */
  public long index() {
    return index;
  }
}
