package io.tanlian.ledger.election;

import java.time.Duration;
import java.util.Optional;

/** Who leads, as far as this node knows. */
public interface Leaders {
  /** The node elected last; empty before the first election or before the database was asked. */
  Optional<Leader> newest();

  /** For how long this node has had no session at the election; zero while it has one. */
  Duration outOfTouch();
}
