package io.tanlian.contracts.statement;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static io.tanlian.contracts.problem.Outcomes.refused;
import static io.tanlian.contracts.statement.StatementExamples.DECLARATION;
import static io.tanlian.contracts.statement.StatementExamples.KEY;
import static io.tanlian.contracts.statement.StatementExamples.P256_KEY;
import static io.tanlian.contracts.statement.StatementExamples.payloadOf;
import static io.tanlian.contracts.statement.StatementExamples.read;
import static io.tanlian.contracts.statement.StatementExamples.signed;
import static io.tanlian.contracts.statement.StatementExamples.statement;
import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.statement.StatementExamples.CountingRandom;
import io.tanlian.contracts.withdrawal.Withdrawal;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatementSignerTest {
  static final List<Claim> CLAIMS = StatementExamples.CLAIMS;

  @Test
  void every_type_has_an_example_here() {
    assertThat(CLAIMS.stream().map(StatementType::of))
        .containsExactlyInAnyOrder(StatementType.values());
  }

  @ParameterizedTest
  @FieldSource("CLAIMS")
  void a_statement_comes_back_as_it_was_made(Claim claim) {
    SignedStatement sent = signed(claim);
    ReadStatement read = read(accepted(SignedStatement.parse(sent.format())));
    assertThat(read.signed()).isEqualTo(sent);
    assertThat(read.statement()).isEqualTo(statement(claim));
    assertThat(read.disclosedClaim()).isEqualTo(claim.toJson());
    assertThat(read.complete()).isTrue();
    assertThat(read.header().kid()).isEqualTo(KEY.publicKey().kid());
    assertThat(accepted(read.verify(KEY.publicKey()))).isSameAs(read);
  }

  /** The bytes that go on a ledger: a change here orphans what was signed before. */
  @ParameterizedTest
  @FieldSource("CLAIMS")
  void the_same_salts_and_key_give_the_golden_file(Claim claim) {
    SignedStatement signed =
        accepted(StatementSigner.sign(statement(claim), KEY, new CountingRandom()));
    assertThat(signed.format() + "\n")
        .isEqualTo(StatementExamples.file("golden/" + claim.type() + ".sd-jwt"));
  }

  @Test
  void only_declarations_requests_their_answers_and_what_was_received_have_anything_to_withhold() {
    assertThat(CLAIMS.stream().filter(claim -> !signed(claim).disclosures().isEmpty()))
        .extracting(Claim::type)
        .containsExactly(
            Claim.Declared.TYPE, Claim.Requested.TYPE, Claim.Answered.TYPE, Claim.Received.TYPE);
  }

  @Test
  void nothing_of_who_asked_whom_for_what_can_be_read_in_the_jwt() {
    for (Claim claim : CLAIMS) {
      if (claim instanceof Claim.Requested || claim instanceof Claim.Answered) {
        assertThat(payloadOf(signed(claim)))
            .doesNotContain("carmaker", "event-1234", "4712345060507", "91715e5e");
      }
    }
  }

  @Test
  void nothing_of_who_received_what_from_whom_can_be_read_in_the_jwt() {
    for (Claim claim : CLAIMS) {
      if (claim instanceof Claim.Received) {
        assertThat(payloadOf(signed(claim)))
            .doesNotContain("carmaker", "supplier.example", "3fa85f64", "06901234567892", "CAM-811")
            .doesNotContain("18.70", "abababab");
      }
    }
  }

  @Test
  void no_figure_or_description_or_input_can_be_read_in_the_jwt() {
    String payload = payloadOf(signed(DECLARATION));
    assertThat(payload)
        .doesNotContain(
            "18.70", "56.12", "1.5", "Precursor", "NMC 811", "pilot", "1100.5", "0.6205")
        .doesNotContain("7c9e6679", "1000", "CN grid mix")
        .contains("3fa85f64", "urn:gtin:06901234567892", "CAM-811", "kilogram", "ISO14067");
  }

  @Test
  void salts_are_fresh_so_that_equal_figures_have_unlike_digests() {
    SignedStatement signed = signed(DECLARATION);
    assertThat(signed.disclosures()).doesNotHaveDuplicates();
    assertThat(signed(DECLARATION).disclosures()).doesNotContainAnyElementsOf(signed.disclosures());
    for (String disclosure : signed.disclosures()) {
      JsonNode content = accepted(StrictJson.parse(StatementExamples.decoded(disclosure)));
      assertThat(content.path(0).stringValue()).as("128 bits").hasSize(22);
    }
  }

  @Test
  void the_order_of_digests_says_nothing_about_the_names() {
    JsonNode payload = accepted(StrictJson.parse(payloadOf(signed(DECLARATION))));
    List<String> digests =
        payload
            .at("/credentialSubject/productFootprint/pcf/_sd")
            .valueStream()
            .map(JsonNode::stringValue)
            .toList();
    assertThat(digests).hasSize(8).isSorted();
  }

  @Test
  void another_implementation_discloses_the_same_claim() {
    JsonMapper mapper = JsonMapper.shared();
    SignedStatement signed = signed(DECLARATION);
    Map<String, Object> payload =
        mapper.readValue(payloadOf(signed), new TypeReference<Map<String, Object>>() {});
    List<com.authlete.sd.Disclosure> disclosures =
        signed.disclosures().stream().map(com.authlete.sd.Disclosure::parse).toList();
    Map<String, Object> decoded = new SDObjectDecoder().decode(payload, disclosures);
    JsonNode subject = mapper.valueToTree(decoded).path("credentialSubject");
    assertThat(subject).isEqualTo(DECLARATION.toJson());
  }

  @Test
  void another_implementation_accepts_the_signature() throws Exception {
    SignedStatement signed =
        accepted(StatementSigner.sign(statement(DECLARATION), P256_KEY, new SecureRandom()));
    ECKey theirs = ECKey.parse(StrictJson.format(P256_KEY.publicKey().jwk()));
    assertThat(JWSObject.parse(signed.jwt()).verify(new ECDSAVerifier(theirs))).isTrue();
  }

  @Test
  void a_statement_too_large_for_the_ledger_is_not_signed() {
    Claim claim = new Claim.Withdrawn(new Withdrawal(StatementExamples.ID, "x".repeat(60_000)));
    assertThat(refused(StatementSigner.sign(statement(claim), KEY, new SecureRandom())).code())
        .isEqualTo(ProblemCode.STATEMENT_TOO_LARGE);
  }
}
