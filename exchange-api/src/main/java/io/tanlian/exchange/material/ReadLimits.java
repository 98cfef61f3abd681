package io.tanlian.exchange.material;

/**
 * What one request may cost, whatever is asked and however much there is.
 *
 * @param entriesMax entries of the ledger that are read for it, page by page
 * @param statementsMax statements that are in memory for it at once
 */
record ReadLimits(int entriesMax, int statementsMax) {
  /** A few seconds, and some tens of megabytes. */
  static final ReadLimits DEFAULT = new ReadLimits(100_000, 20_000);
}
