package io.tanlian.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.tlog.note.NoteSigner;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CredentialsTest {
  private static final String FINGERPRINT =
      "sha256:6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";

  private static JsonNode json(String text) {
    return switch (StrictJson.parse(text)) {
      case Outcome.Accepted<JsonNode>(JsonNode value) -> value;
      case Outcome.Refused<JsonNode> refused -> throw new AssertionError(refused);
    };
  }

  @Test
  void are_written_as_they_were_read() {
    JsonNode file =
        json(
            """
            {"server":"https://localhost:8443","tlsFingerprint":"%s","clientId":"a",
             "clientSecret":"s","logKey":"%s","participant":"urn:lei:506700GE1G29325QX363",
             "role":"leadFirm"}
            """
                .formatted(FINGERPRINT, NoteSigner.generate("x.example/log").verifierKey()));
    Credentials credentials = Credentials.read(file, Optional.empty());
    assertThat(credentials.toJson()).isEqualTo(file);
    assertThat(credentials.login()).contains(new ClientLogin("a", "s"));
  }

  @Test
  void take_the_secret_from_elsewhere_where_it_is_given() {
    JsonNode file = json("{\"server\":\"https://localhost\",\"clientId\":\"a\"}");
    assertThat(Credentials.read(file, Optional.of("env")).login())
        .contains(new ClientLogin("a", "env"));
    assertThat(Credentials.read(file, Optional.empty()).login()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"server\":\"https://localhost\",\"logkey\":\"misspelt\"}",
        "{\"server\":\"http://localhost\"}",
        "{\"server\":\"https://user@localhost\"}",
        "{\"server\":\"https://localhost/path\"}",
        "{\"server\":\"https://localhost\",\"tlsFingerprint\":\"sha1:00\"}",
        "{\"server\":\"https://localhost\",\"logKey\":\"x\"}",
        "{\"server\":\"https://localhost\",\"role\":\"king\"}",
        "{\"server\":7}"
      })
  void are_refused_when_any_member_is_wrong(String file) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.read(json(file), Optional.empty()));
  }

  @Test
  void a_fingerprint_may_be_written_as_openssl_prints_it() {
    String colons =
        FINGERPRINT.substring(7).toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:");
    assertThat(TlsFingerprint.parse("SHA256:" + colons)).hasToString(FINGERPRINT);
  }
}
