package io.tanlian.contracts.key;

import static io.tanlian.contracts.problem.ProblemCode.KEY_PROOF_INVALID;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Outcome.Accepted;
import io.tanlian.contracts.problem.Outcome.Refused;
import io.tanlian.contracts.problem.Problem;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Proof that a participant has the private part of the key it brings: a compact JWS made with that
 * key, header {@code alg}, {@code kid} and {@code typ} = {@value #TYPE}, payload {@code sub} (the
 * participant) and {@code aud} (the origin of the ledger). Without it a participant could enrol
 * another's key as its own.
 */
public final class KeyProof {
  public static final String TYPE = "tanlian-key-proof+jwt";

  /** Longest proof read. */
  public static final int proofCharsMax = 2_000;

  private KeyProof() {}

  public static String create(SigningKey key, ParticipantId participant, String ledgerOrigin) {
    return CompactJws.sign(TYPE, payload(participant, ledgerOrigin), key);
  }

  /** The key, if {@code proof} shows that {@code participant} has it on this ledger. */
  public static Outcome<PublicKey> check(
      String proof, PublicKey key, ParticipantId participant, String ledgerOrigin) {
    if (proof.length() > proofCharsMax) {
      return invalid("It has more than %d characters.".formatted(proofCharsMax));
    }
    return switch (CompactJws.parse(proof).then(jws -> jws.verify(key))) {
      case Refused<CompactJws> refused -> invalid(refused.problems().getFirst().detail());
      case Accepted<CompactJws>(CompactJws jws) -> {
        if (!jws.header().typ().equals(TYPE) || jws.header().cty().isPresent()) {
          yield invalid("Its header is not just alg, kid and typ " + TYPE + ".");
        }
        yield jws.payload().equals(payload(participant, ledgerOrigin))
            ? Outcome.accepted(key)
            : invalid(
                "Its payload is not exactly sub %s and aud %s."
                    .formatted(participant.value(), ledgerOrigin));
      }
    };
  }

  private static ObjectNode payload(ParticipantId participant, String ledgerOrigin) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sub", participant.value())
        .put("aud", ledgerOrigin);
  }

  private static Outcome<PublicKey> invalid(String why) {
    return Outcome.refused(
        Problem.of(
            KEY_PROOF_INVALID,
            "The proof of possession does not hold. " + why,
            "Make the proof with the new key itself, for this participant and this ledger."));
  }
}
