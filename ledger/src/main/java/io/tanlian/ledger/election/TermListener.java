package io.tanlian.ledger.election;

/** Is told when this node begins and ceases to lead, in order, on one thread; must not block. */
public interface TermListener {
  /** This node leads from now on. */
  void began(long epoch);

  /** This node no longer leads; another may, already. */
  void ended(long epoch);
}
