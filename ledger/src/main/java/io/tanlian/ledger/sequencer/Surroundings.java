package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.home.CheckpointHome;
import java.util.List;
import java.util.Optional;

/**
 * What a sequencer may have around it.
 *
 * @param term says in which epoch this node leads
 * @param home where the newest checkpoint goes before any caller hears of its batch
 * @param absentEvents spares the database questions about new event ids
 * @param listeners hear of every commit
 */
public record Surroundings(
    Term term,
    Optional<CheckpointHome> home,
    AbsentEvents absentEvents,
    List<CommitListener> listeners) {

  /** One node, and nothing around it. */
  public static final Surroundings NONE =
      new Surroundings(Term.UNCONTESTED, Optional.empty(), AbsentEvents.UNKNOWN, List.of());

  public Surroundings {
    listeners = List.copyOf(listeners);
  }
}
