package io.tanlian.ledger.home;

import io.tanlian.tlog.note.SignedNote;
import java.io.IOException;
import java.util.Optional;

/**
 * Where the newest checkpoint is kept a second time, out of reach of whatever happens to the
 * ledger's database.
 */
public interface CheckpointHome {

  /** The checkpoint it holds; none at first. */
  Optional<SignedNote> newest() throws IOException;

  /**
   * Replaces the checkpoint durably, if it still is the expected one.
   *
   * @return false if it holds another, which then stays
   */
  boolean advance(Optional<SignedNote> expected, SignedNote next) throws IOException;
}
