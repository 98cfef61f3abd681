package io.tanlian.ledger.sequencer;

/** The epoch in which a node leads. A batch commits only while no newer epoch has begun. */
@FunctionalInterface
public interface Term {
  /** The term of the only node there is: nobody was ever elected. */
  Term UNCONTESTED = () -> 0;

  /** The epoch this node leads; negative while it does not. */
  long epoch();
}
