package io.tanlian.ledger.election;

import java.util.Optional;

/** Who leads, as far as this node knows. */
@FunctionalInterface
public interface Leaders {
  /** The node elected last; empty before the first election or before the database was asked. */
  Optional<Leader> newest();
}
