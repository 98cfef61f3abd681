package io.tanlian.tlog.note;

import io.tanlian.tlog.MalformedException;
import java.util.Arrays;

/**
 * The signature types of C2SP signed-note that this project makes and checks. Signatures of others
 * are unknown.
 */
public enum KeyType {
  /** Signs the text of a note. */
  ED25519(0x01),
  /**
   * A witness's Ed25519 key: signs the text of a checkpoint with a time (C2SP tlog-cosignature,
   * version 1).
   */
  COSIGNATURE_V1(0x04);

  private final byte id;

  KeyType(int id) {
    this.id = (byte) id;
  }

  byte id() {
    return id;
  }

  static KeyType of(byte id) {
    return Arrays.stream(values())
        .filter(type -> type.id == id)
        .findFirst()
        .orElseThrow(() ->
            new MalformedException(
                "key type must be 01 (Ed25519) or 04 (cosignature/v1), not %02x".formatted(id)));
  }
}
