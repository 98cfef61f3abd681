package io.tanlian.ledger.home;

import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.SignedNote;
import java.io.IOException;

/** The text of a checkpoint, as a home keeps it. */
final class KeptNote {

  private KeptNote() {}

  /**
   * Reads it strictly.
   *
   * @param home where it was found, for the message
   */
  static SignedNote parse(String text, String home) throws IOException {
    try {
      SignedNote note = SignedNote.parse(text);
      Checkpoint.parse(note.text());
      return note;
    } catch (MalformedException e) {
      throw new IOException(
          "%s does not hold a checkpoint: %s. Find out who changed it and put the newest checkpoint back that anyone holds."
              .formatted(home, e.getMessage()),
          e);
    }
  }
}
