package io.tanlian.exchange.witness;

import io.tanlian.tlog.note.NoteSignature;
import java.time.Instant;

/** How a witness answered to a checkpoint. */
sealed interface Submission {

  /**
   * It cosigned.
   *
   * @param line verified with the configured key
   */
  record Cosigned(NoteSignature line, Instant time) implements Submission {}

  /** It last cosigned another size than the proof starts from. */
  record Elsewhere(long size) implements Submission {}

  /** It holds that this log shows two histories. */
  record Accused(String words) implements Submission {}

  /** It did not answer, or answered something else. */
  record Failed(String words) implements Submission {}
}
