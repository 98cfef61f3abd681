package io.tanlian.tlog.witness;

import io.tanlian.tlog.note.KeyType;
import io.tanlian.tlog.note.VerifierKey;
import java.util.List;

/**
 * A log that a witness was told to cosign.
 *
 * @param origin the first line of its checkpoints
 * @param keys those its checkpoints may be signed with; one signature by one of them is enough
 */
public record KnownLog(String origin, List<VerifierKey> keys) {
  public KnownLog {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("the log " + origin + " needs a key");
    }
    for (VerifierKey key : keys) {
      if (key.type() != KeyType.ED25519) {
        throw new IllegalArgumentException(
            "the key %s is not a log's: its type is %s".formatted(key.name(), key.type()));
      }
    }
    keys = List.copyOf(keys);
  }
}
