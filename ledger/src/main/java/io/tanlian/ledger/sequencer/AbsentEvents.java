package io.tanlian.ledger.sequencer;

import java.util.UUID;

/** Knows without asking the database that an event id is new. */
@FunctionalInterface
public interface AbsentEvents {
  /** Knows nothing, so that the database is asked each time. */
  AbsentEvents UNKNOWN = (_, _) -> false;

  /**
   * Whether no entry with an index below {@code size} has this event id; false where that is not
   * certain.
   */
  boolean surelyAbsent(UUID eventId, long size);
}
