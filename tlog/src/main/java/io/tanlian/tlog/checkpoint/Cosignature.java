package io.tanlian.tlog.checkpoint;

import io.tanlian.tlog.note.KeyType;
import io.tanlian.tlog.note.NoteSignature;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.note.VerifierKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/**
 * A witness's word that a checkpoint is the largest it saw of the log, and consistent with all it
 * saw before (C2SP tlog-cosignature, version 1).
 */
public sealed interface Cosignature {
  /**
   * The witness cosigned.
   *
   * @param time when it did, in whole seconds: the checkpoint is no younger
   */
  record Given(String witness, Instant time) implements Cosignature {}

  /**
   * The witness did not cosign.
   *
   * @param reason no line, or one that does not verify, in words for a person
   */
  record Absent(String reason) implements Cosignature {}

  /** The line that a witness adds to the signed checkpoint. */
  static NoteSignature sign(Checkpoint checkpoint, NoteSigner witness, Instant time) {
    return witness.cosign(checkpoint.format(), time);
  }

  /**
   * Whether this witness cosigned this checkpoint. If it did so more than once, all lines must
   * verify and the earliest time counts.
   */
  static Cosignature verify(SignedNote checkpoint, VerifierKey witness) {
    if (witness.type() != KeyType.COSIGNATURE_V1) {
      return new Absent("key " + witness.name() + " is not a witness's");
    }
    List<NoteSignature> lines =
        checkpoint.signatures().stream().filter(witness::isNamedBy).toList();
    if (lines.isEmpty()) {
      return new Absent("there is no cosignature by " + witness.name());
    }
    if (!lines.stream().allMatch(line -> witness.verifies(checkpoint.text(), line.signature()))) {
      return new Absent("the cosignature by " + witness.name() + " does not verify");
    }
    long unixSeconds = lines.stream().mapToLong(Cosignature::unixSeconds).min().getAsLong();
    if (unixSeconds > Instant.MAX.getEpochSecond()) {
      return new Absent(
          "the cosignature by " + witness.name() + " is of no year this side of 10^9");
    }
    return new Given(witness.name(), Instant.ofEpochSecond(unixSeconds));
  }

  private static long unixSeconds(NoteSignature line) {
    return ByteBuffer.wrap(line.signature()).getLong();
  }
}
