package io.tanlian.contracts.key;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static io.tanlian.contracts.problem.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.json.Base64Url;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicKeyTest {
  /** RFC 8037 appendix A.2. */
  private static final String ED25519 =
      """
      {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}\
      """;

  /** RFC 7515 appendix A.3.1, public members. */
  private static final String P256 =
      """
      {"kty":"EC","crv":"P-256",
       "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
       "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}\
      """;

  @Test
  void the_thumbprint_is_that_of_rfc_8037_appendix_a_3() {
    assertThat(key(ED25519).kid()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  }

  @Test
  void the_signature_of_rfc_8037_appendix_a_4_holds_for_its_message_only() {
    byte[] message =
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] signature =
        Base64Url.decode(
                "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg")
            .orElseThrow();
    assertThat(key(ED25519).verifies(message, signature)).isTrue();
    message[30] ^= 1;
    assertThat(key(ED25519).verifies(message, signature)).isFalse();
  }

  @Test
  void the_signature_of_rfc_7515_appendix_a_3_holds() {
    String signingInput =
        "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
            + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    byte[] signature =
        Base64Url.decode(
                "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q")
            .orElseThrow();
    assertThat(key(P256).verifies(signingInput.getBytes(StandardCharsets.US_ASCII), signature))
        .isTrue();
  }

  @Test
  void a_key_is_written_as_it_was_read_whatever_the_order_of_its_members() {
    for (String jwk : List.of(ED25519, P256)) {
      PublicKey key = key(jwk);
      PublicKey again = key(StrictJson.format(key.jwk()));
      assertThat(again).isEqualTo(key).hasSameHashCodeAs(key);
      assertThat(again.kid()).isEqualTo(key.kid());
    }
    assertThat(key(ED25519)).isNotEqualTo(key(P256));
    assertThat(StrictJson.format(key(ED25519).jwk()))
        .isEqualTo(
            "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}");
  }

  @Test
  void a_private_key_sent_by_mistake_is_refused_and_not_repeated() {
    String secret = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
    Problem problem = problem(ED25519.replace("}", ",\"d\":\"" + secret + "\"}"));
    assertThat(problem.code()).isEqualTo(ProblemCode.KEY_MALFORMED);
    assertThat(problem.pointer()).isEqualTo("/d");
    assertThat(problem.toString()).contains("lost").doesNotContain(secret);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a member nobody asked for | {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","use":"sig"}
          a shared secret           | {"kty":"oct","k":"AAAA"}
          another curve             | {"kty":"OKP","crv":"Ed448","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
          no coordinate             | {"kty":"OKP","crv":"Ed25519"}
          a coordinate too short    | {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHUQ"}
          padding                   | {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo="}
          unused bits set           | {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp"}
          a point of small order    | {"kty":"OKP","crv":"Ed25519","x":"AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}
          a point off the curve     | {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"}
          the point at infinity     | {"kty":"EC","crv":"P-256","x":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","y":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}
          x beyond the field        | {"kty":"EC","crv":"P-256","x":"__________________________________________8","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
          not an object             | "key"
          """)
  void a_key_with_a_defect_is_refused(String defect, String jwk) {
    assertThat(problem(jwk).code()).as(defect).isEqualTo(ProblemCode.KEY_MALFORMED);
  }

  private static PublicKey key(String jwk) {
    return accepted(StrictJson.parse(jwk).then(PublicKey::parse));
  }

  private static Problem problem(String jwk) {
    return refused(StrictJson.parse(jwk).then(PublicKey::parse));
  }
}
