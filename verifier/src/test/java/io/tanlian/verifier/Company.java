package io.tanlian.verifier;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.key.SignatureAlgorithm;
import io.tanlian.contracts.key.SigningKey;
import java.security.SecureRandom;

/** A participant and the key it signs with. */
public record Company(ParticipantId id, SigningKey key) {

  static Company of(String id) {
    return new Company(ParticipantId.parse(id), newKey());
  }

  public static SigningKey newKey() {
    return SigningKey.generate(SignatureAlgorithm.ED25519, new SecureRandom());
  }

  public Company withKey(SigningKey other) {
    return new Company(id, other);
  }

  public String kid() {
    return key.publicKey().kid();
  }
}
