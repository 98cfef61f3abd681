package io.tanlian.contracts.key;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * From this entry on a participant signs with a new key instead of an old one; what the old one
 * signed before stays valid.
 *
 * @param replaces the old key's thumbprint
 * @param proofOfPossession a compact JWS made with the new key itself, see {@link KeyProof}
 */
public record KeyRotated(String replaces, PublicKey key, String proofOfPossession) {
  public KeyRotated {
    Thumbprint.require(replaces);
    if (replaces.equals(key.kid())) {
      throw new IllegalArgumentException(
          "a key does not replace itself: make a new key and rotate to it");
    }
  }

  public static KeyRotated read(Fields in) {
    return new KeyRotated(
        in.value("replaces", Thumbprint::require),
        in.part("key", PublicKey::parse),
        in.text("proofOfPossession"));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("replaces", replaces)
        .object("key", key.jwk())
        .value("proofOfPossession", proofOfPossession)
        .toJson();
  }
}
