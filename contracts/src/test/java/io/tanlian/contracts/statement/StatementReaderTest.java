package io.tanlian.contracts.statement;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static io.tanlian.contracts.problem.Outcomes.refused;
import static io.tanlian.contracts.statement.StatementExamples.CLAIMS;
import static io.tanlian.contracts.statement.StatementExamples.KEY;
import static io.tanlian.contracts.statement.StatementExamples.P256_KEY;
import static io.tanlian.contracts.statement.StatementExamples.headerOf;
import static io.tanlian.contracts.statement.StatementExamples.jwt;
import static io.tanlian.contracts.statement.StatementExamples.payloadOf;
import static io.tanlian.contracts.statement.StatementExamples.read;
import static io.tanlian.contracts.statement.StatementExamples.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.json.Base64Url;
import io.tanlian.contracts.key.SignatureAlgorithm;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementReaderTest {
  private static final SignedStatement WITHDRAWAL = signed(CLAIMS.getLast());
  private static final String HEADER = headerOf(WITHDRAWAL);
  private static final String PAYLOAD = payloadOf(WITHDRAWAL);

  @Test
  void any_flipped_bit_is_refused() {
    String[] parts = WITHDRAWAL.jwt().split("\\.", -1);
    for (int part = 0; part < parts.length; part++) {
      byte[] bytes = Base64Url.decode(parts[part]).orElseThrow();
      for (int bit = 0; bit < bytes.length * 8; bit++) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << (bit % 8));
        String[] changed = parts.clone();
        changed[part] = Base64Url.encode(flipped);
        SignedStatement forged = new SignedStatement(String.join(".", changed), List.of());
        refused(forged.verify(KEY.publicKey()));
      }
    }
    assertThat(accepted(WITHDRAWAL.verify(KEY.publicKey()))).isEqualTo(WITHDRAWAL);
  }

  @Test
  void only_the_key_that_signed_verifies() {
    SigningKey another = SigningKey.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    assertThat(refused(read(WITHDRAWAL).verify(another.publicKey())).code())
        .isEqualTo(ProblemCode.SIGNATURE_INVALID);
  }

  @Test
  void the_algorithm_is_the_keys_and_not_the_headers() {
    SignedStatement confused =
        new SignedStatement(jwt(HEADER.replace("\"Ed25519\"", "\"ES256\""), PAYLOAD), List.of());
    assertThat(refused(confused.verify(KEY.publicKey())).code())
        .isEqualTo(ProblemCode.SIGNATURE_ALGORITHM_MISMATCH);
    assertThat(refused(read(WITHDRAWAL).verify(P256_KEY.publicKey())).code())
        .isEqualTo(ProblemCode.SIGNATURE_ALGORITHM_MISMATCH);
  }

  @Test
  void a_kid_of_another_key_is_refused_even_where_the_signature_holds() {
    String kid = P256_KEY.publicKey().kid();
    String header = HEADER.replace(KEY.publicKey().kid(), kid);
    SignedStatement renamed = new SignedStatement(jwt(header, PAYLOAD), List.of());
    assertThat(refused(renamed.verify(KEY.publicKey())).code())
        .isEqualTo(ProblemCode.SIGNATURE_INVALID);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          no signature       | "alg":"Ed25519" | "alg":"none"                       | signature.algorithm-forbidden
          a shared secret    | "alg":"Ed25519" | "alg":"HS256"                      | signature.algorithm-forbidden
          the old name       | "alg":"Ed25519" | "alg":"EdDSA"                      | signature.algorithm-forbidden
          no algorithm       | "alg":"Ed25519",| ``                                 | signature.algorithm-forbidden
          a list of them     | "alg":"Ed25519" | "alg":["Ed25519"]                  | statement.malformed
          twice              | "alg":"Ed25519" | "alg":"none","alg":"Ed25519"       | json.duplicate-key
          its own key        | "alg":"Ed25519" | "alg":"Ed25519","jwk":{"kty":"OKP"} | statement.malformed
          a key to fetch     | "alg":"Ed25519" | "alg":"Ed25519","jku":"https://e.example" | statement.malformed
          a chain to fetch   | "alg":"Ed25519" | "alg":"Ed25519","x5u":"https://e.example" | statement.malformed
          an extension       | "alg":"Ed25519" | "alg":"Ed25519","crit":["b64"],"b64":false | statement.malformed
          another content    | "alg":"Ed25519" | "alg":"Ed25519","cty":"json"       | statement.malformed
          a plain JWT        | vc+sd-jwt       | JWT                                | statement.wrong-type
          another SD-JWT     | vc+sd-jwt       | dc+sd-jwt                          | statement.wrong-type
          no type            | ,"typ":"vc+sd-jwt" | ``                              | statement.malformed
          no thumbprint      | "kid":"         | "kid":"did:web:e#                  | statement.malformed
          """)
  void a_header_with_a_defect_is_refused(
      String defect, String from, String to, String expectedCode) {
    assertThat(HEADER).contains(from);
    assertRefused(defect, jwt(HEADER.replace(from, to), PAYLOAD), expectedCode);
  }

  @Test
  void a_header_may_say_that_the_content_is_a_credential() {
    String header = HEADER.replace("{", "{\"cty\":\"vc\",");
    assertThat(read(new SignedStatement(jwt(header, PAYLOAD), List.of())).complete()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a name twice       | "aud":"             | "aud":"x","aud":"                       | json.duplicate-key
          a name twice below | "reason":           | "reason":"other","reason":              | json.duplicate-key
          cut off            | }                   | ``                                      | json.truncated
          an unknown member  | "aud":"             | "exp":1,"aud":"                         | schema.unknown-field
          a doubled issuer   | "aud":"             | "iss":"urn:lei:1","aud":"               | schema.unknown-field
          no audience        | "aud":"ledger.example/tanlian", | ``                          | schema.missing-field
          many audiences     | "aud":"ledger.example/tanlian"  | "aud":["ledger.example/tanlian"] | schema.invalid
          an empty audience  | "aud":"ledger.example/tanlian"  | "aud":""                    | schema.invalid
          no id              | "id":"urn:uuid:0192f1c4-8d3e-7000-8000-000000000001", | ``    | schema.missing-field
          an id in capitals  | 0192f1c4            | 0192F1C4                                | schema.invalid
          a foreign issuer   | urn:lei:5067        | urn:isbn:5067                           | schema.invalid
          a local time       | .123456Z            | .123456+08:00                           | schema.invalid
          a nanosecond       | .123456Z            | .123456789Z                             | schema.invalid
          no such day        | 2026-11-21T         | 2026-11-31T                             | schema.invalid
          another context    | credentials/v2      | credentials/v1                          | schema.invalid
          another schema     | Withdrawal/1.json   | Grant/1.json                            | schema.invalid
          an unknown type    | ,"Withdrawal"]      | ,"Deposit"]                             | statement.wrong-type
          one type more      | ,"Withdrawal"]      | ,"Withdrawal","Grant"]                  | statement.wrong-type
          a type not a list  | ["VerifiableCredential","Withdrawal"] | "Withdrawal"          | statement.wrong-type
          another digest     | sha-256             | sha-512                                 | schema.invalid
          a broken claim     | "reason":           | "why":                                  | schema.*
          """)
  void a_payload_with_a_defect_is_refused(
      String defect, String from, String to, String expectedCode) {
    assertThat(PAYLOAD).contains(from);
    assertRefused(defect, jwt(HEADER, PAYLOAD.replace(from, to)), expectedCode);
  }

  @ParameterizedTest
  @CsvSource({"[]", "null", "\"text\"", "7"})
  void a_payload_that_is_no_object_is_refused(String payload) {
    assertRefused("no object", jwt(HEADER, payload), "statement.malformed");
  }

  @Test
  void a_figure_that_is_a_json_number_is_refused_at_its_place() {
    SignedStatement declaration = signed(StatementExamples.DECLARATION);
    String payload =
        payloadOf(declaration)
            .replace("\"declaredUnitAmount\":\"1\"", "\"declaredUnitAmount\":1.0");
    SignedStatement forged = new SignedStatement(jwt(HEADER, payload), declaration.disclosures());
    Problem problem = refused(StatementReader.read(forged));
    assertThat(problem.code()).isEqualTo(ProblemCode.SCHEMA_DECIMAL_EXPECTED);
    assertThat(problem.pointer())
        .isEqualTo("/credentialSubject/productFootprint/pcf/declaredUnitAmount");
  }

  @Test
  void a_jwt_beyond_the_limit_is_not_read() {
    String payload = PAYLOAD.replace("period", "x".repeat(SignedStatement.jwtCharsMax));
    assertRefused("too large", jwt(HEADER, payload), "statement.too-large");
  }

  private static void assertRefused(String defect, String jwt, String expectedCode) {
    List<Problem> problems = problems(jwt);
    assertThat(problems).as(defect).isNotEmpty();
    String pattern = expectedCode.replace(".", "\\.").replace("*", ".*");
    assertThat(problems.getFirst().code().code()).as(defect).matches(pattern);
  }

  private static List<Problem> problems(String jwt) {
    return switch (StatementReader.read(new SignedStatement(jwt, List.of()))) {
      case Outcome.Refused<ReadStatement>(List<Problem> found) -> found;
      case Outcome.Accepted<ReadStatement> accepted -> List.of();
    };
  }
}
