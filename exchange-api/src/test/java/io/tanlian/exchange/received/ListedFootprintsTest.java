package io.tanlian.exchange.received;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.json.StrictJson;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedFootprintsTest {

  @Test
  void each_footprint_comes_with_the_hash_of_the_very_bytes_it_was_sent_in() throws Exception {
    List<String> sent =
        List.of("{ \"id\" : \"电\",\n \"pcf\": {\"x\": [1, {}]} }", "{}", "{\"id\":\"b\\u00e9\"}");
    String body = "{\"meta\": {\"data\": [{}]}, \"data\": [" + String.join(" ,\n", sent) + "]}";

    List<ReceivedBody> listed = ListedFootprints.ofList(body.getBytes(UTF_8)).orElseThrow();

    assertThat(listed).hasSize(3);
    for (int i = 0; i < sent.size(); i++) {
      assertThat(listed.get(i).sha256()).isEqualTo(sha256(sent.get(i)));
    }
    assertThat(listed.getFirst().json().path("id").stringValue()).isEqualTo("电");
  }

  @Test
  void footprints_without_their_bytes_are_hashed_as_json_without_spaces() throws Exception {
    ReceivedBody body =
        ListedFootprints.ofList("{\"data\": [{ \"a\" : 1 }]}".getBytes(UTF_8))
            .orElseThrow()
            .getFirst();

    assertThat(ReceivedBody.of(body.json()).sha256())
        .isEqualTo(sha256(StrictJson.format(body.json())))
        .isEqualTo(sha256("{\"a\":1}"));
  }

  @Test
  void an_empty_list_is_a_list() {
    assertThat(ListedFootprints.ofList("{\"data\":[]}".getBytes(UTF_8))).contains(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"data\":null}",
        "{\"data\":{}}",
        "{\"data\":[1]}",
        "{\"data\":[{}",
        "{\"data\":[{}],\"data\":[{}]}",
        "<html>",
        "{\"data\":[{\"a\":1,\"a\":2}]}"
      })
  void anything_else_is_none(String body) {
    assertThat(ListedFootprints.ofList(body.getBytes(UTF_8))).isEmpty();
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }
}
