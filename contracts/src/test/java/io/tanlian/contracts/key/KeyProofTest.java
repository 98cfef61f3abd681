package io.tanlian.contracts.key;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static io.tanlian.contracts.problem.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.ProblemCode;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyProofTest {
  static final List<SignatureAlgorithm> ALL = SignatureAlgorithm.ALL;

  private static final String LEDGER = "ledger.example/tanlian";
  private static final ParticipantId SUPPLIER = ParticipantId.parse("did:web:supplier.example");
  private static final ParticipantId OTHER = ParticipantId.parse("did:web:other.example");

  private final SigningKey key =
      SigningKey.generate(SignatureAlgorithm.ED25519, new SecureRandom());

  @ParameterizedTest
  @FieldSource("ALL")
  void a_key_proves_itself(SignatureAlgorithm algorithm) {
    SigningKey anyKey = SigningKey.generate(algorithm, new SecureRandom());
    String proof = KeyProof.create(anyKey, SUPPLIER, LEDGER);
    assertThat(accepted(KeyProof.check(proof, anyKey.publicKey(), SUPPLIER, LEDGER)))
        .isEqualTo(anyKey.publicKey());
  }

  @Test
  void a_proof_serves_one_participant_one_ledger_and_one_key() {
    String proof = KeyProof.create(key, SUPPLIER, LEDGER);
    PublicKey another =
        SigningKey.generate(SignatureAlgorithm.ED25519, new SecureRandom()).publicKey();
    assertInvalid(KeyProof.check(proof, key.publicKey(), OTHER, LEDGER));
    assertInvalid(KeyProof.check(proof, key.publicKey(), SUPPLIER, "other.example/log"));
    assertInvalid(KeyProof.check(proof, another, SUPPLIER, LEDGER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vc+sd-jwt", "JWT", "tanlian-key-proof"})
  void a_signature_of_another_type_is_no_proof(String typ) {
    String payload = "{\"sub\":\"did:web:supplier.example\",\"aud\":\"" + LEDGER + "\"}";
    assertInvalid(check(CompactJws.sign(typ, accepted(StrictJson.parse(payload)), key)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sub\":\"did:web:supplier.example\"}",
        "{\"sub\":\"did:web:supplier.example\",\"aud\":[\"ledger.example/tanlian\"]}",
        "{\"sub\":\"did:web:supplier.example\",\"aud\":\"ledger.example/tanlian\",\"exp\":1}"
      })
  void a_proof_of_another_content_is_refused(String payload) {
    assertInvalid(check(CompactJws.sign(KeyProof.TYPE, accepted(StrictJson.parse(payload)), key)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "a.b.c.d", "eyJ9..", "....", "e30.e30.e30~"})
  void anything_else_is_refused(String text) {
    assertInvalid(check(text));
    assertInvalid(check("a".repeat(KeyProof.proofCharsMax + 1)));
  }

  private Outcome<PublicKey> check(String proof) {
    return KeyProof.check(proof, key.publicKey(), SUPPLIER, LEDGER);
  }

  private static void assertInvalid(Outcome<PublicKey> outcome) {
    assertThat(refused(outcome).code()).isEqualTo(ProblemCode.KEY_PROOF_INVALID);
  }
}
