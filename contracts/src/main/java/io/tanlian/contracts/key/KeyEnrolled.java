package io.tanlian.contracts.key;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * From this entry on the participant may sign with this key.
 *
 * @param proofOfPossession a compact JWS made with the key itself, see {@link KeyProof}
 */
public record KeyEnrolled(ParticipantId participant, PublicKey key, String proofOfPossession) {

  public static KeyEnrolled read(Fields in) {
    return new KeyEnrolled(
        in.value("participant", ParticipantId::parse),
        in.part("key", PublicKey::parse),
        in.text("proofOfPossession"));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("participant", participant)
        .object("key", key.jwk())
        .value("proofOfPossession", proofOfPossession)
        .toJson();
  }
}
