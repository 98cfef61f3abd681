package io.tanlian.verifier.audit;

import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.encoding.StrictUtf8;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.note.VerifierKey;

/** Reading a checkpoint as the pinned log signed it, or why it is none. */
sealed interface SignedHead {

  record Genuine(Checkpoint checkpoint, SignedNote note) implements SignedHead {}

  record Rejected(String reason) implements SignedHead {}

  static SignedHead read(byte[] note, VerifierKey pinned) {
    try {
      SignedNote parsed = SignedNote.parse(StrictUtf8.decode(note));
      return switch (Checkpoint.verify(parsed, pinned)) {
        case Verdict.Holds() -> new Genuine(Checkpoint.parse(parsed.text()), parsed);
        case Verdict.Fails(String reason) -> new Rejected(reason);
      };
    } catch (MalformedException e) {
      return new Rejected(String.valueOf(e.getMessage()));
    }
  }
}
