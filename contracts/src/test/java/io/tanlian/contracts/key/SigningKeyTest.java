package io.tanlian.contracts.key;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static io.tanlian.contracts.problem.Outcomes.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.ProblemCode;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class SigningKeyTest {
  static final List<SignatureAlgorithm> ALL = SignatureAlgorithm.ALL;

  private static final String RFC_8037 =
      """
      {"kty":"OKP","crv":"Ed25519",
       "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
       "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}\
      """;

  @Test
  void the_key_of_rfc_8037_appendix_a_1_is_read() {
    SigningKey key = accepted(StrictJson.parse(RFC_8037).then(SigningKey::parse));
    assertThat(key.publicKey().kid()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void a_key_is_read_back_from_its_file(SignatureAlgorithm algorithm) {
    SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
    SigningKey again = accepted(StrictJson.parse(key.privateJwk()).then(SigningKey::parse));
    byte[] message = "same".getBytes(UTF_8);
    assertThat(again.publicKey()).isEqualTo(key.publicKey());
    assertThat(again.sign(message)).isEqualTo(key.sign(message));
    assertThat(key.publicKey().verifies(message, again.sign(message))).isTrue();
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void another_implementation_reads_the_key_and_gives_it_the_same_name(SignatureAlgorithm algorithm)
      throws Exception {
    SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
    JWK theirs = JWK.parse(key.privateJwk());
    assertThat(theirs.computeThumbprint()).hasToString(key.publicKey().kid());
    assertThat(theirs.isPrivate()).isTrue();
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void a_key_does_not_show_its_secret(SignatureAlgorithm algorithm) {
    SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
    String secret = accepted(StrictJson.parse(key.privateJwk())).path("d").stringValue();
    assertThat(key.toString()).contains(key.publicKey().kid()).doesNotContain(secret);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no private member      | {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
          another's public part  | {"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw"}
          no public part         | {"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"}
          a private key of nought | {"kty":"EC","crv":"P-256","d":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
          """)
  void a_key_file_with_a_defect_is_refused(String defect, String jwk) {
    assertThat(refused(StrictJson.parse(jwk).then(SigningKey::parse)).code())
        .as(defect)
        .isEqualTo(ProblemCode.KEY_MALFORMED);
  }
}
