package io.tanlian.tlog.witness;

import io.tanlian.tlog.checkpoint.Cosignature;
import io.tanlian.tlog.note.KeyType;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.note.VerifierKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The witnesses somebody trusts, and how many of them must have cosigned a checkpoint before it
 * counts as seen by all.
 *
 * @param witnesses their keys, all different
 * @param needed from 1 to all of them; 0 only where there are none
 */
public record WitnessQuorum(List<VerifierKey> witnesses, int needed) {
  /** Trusts nobody, and needs nobody. */
  public static final WitnessQuorum NONE = new WitnessQuorum(List.of(), 0);

  public WitnessQuorum {
    witnesses = List.copyOf(witnesses);
    for (VerifierKey key : witnesses) {
      if (key.type() != KeyType.COSIGNATURE_V1) {
        throw new IllegalArgumentException(
            "the key %s is not a witness's: its type must be 04".formatted(key.name()));
      }
    }
    if (new HashSet<>(witnesses).size() != witnesses.size()) {
      throw new IllegalArgumentException("a witness counts once; name each key once");
    }
    if (needed > witnesses.size() || needed < Math.min(1, witnesses.size())) {
      throw new IllegalArgumentException(
          "of %d witnesses 1 to %d must cosign, not %d"
              .formatted(witnesses.size(), witnesses.size(), needed));
    }
  }

  /** All of these witnesses are needed. */
  public static WitnessQuorum all(List<VerifierKey> witnesses) {
    return new WitnessQuorum(witnesses, witnesses.size());
  }

  /** What the cosignatures under a checkpoint are worth. */
  public sealed interface Standing {

    /** Enough witnesses cosigned. */
    record Reached(List<Cosignature.Given> given) implements Standing {
      public Reached {
        given = List.copyOf(given);
      }
    }

    /** Fewer than needed cosigned; the reason names those who did not. */
    record Missing(String reason) implements Standing {}

    /** A line claims to be by one of the witnesses, and is not. */
    record Forged(String reason) implements Standing {}
  }

  /** Judges the cosignatures under a checkpoint; lines by anybody else are ignored. */
  public Standing judge(SignedNote checkpoint) {
    List<Cosignature.Given> given = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (VerifierKey witness : witnesses) {
      switch (Cosignature.verify(checkpoint, witness)) {
        case Cosignature.Given cosigned -> given.add(cosigned);
        case Cosignature.Absent(String reason)
            when checkpoint.signatures().stream().anyMatch(witness::isNamedBy) -> {
          return new Standing.Forged(reason);
        }
        case Cosignature.Absent(String reason) -> absent.add(reason);
      }
    }
    return given.size() >= needed
        ? new Standing.Reached(given)
        : new Standing.Missing(
            "%d of %d needed witnesses cosigned: %s"
                .formatted(given.size(), needed, String.join("; ", absent)));
  }
}
