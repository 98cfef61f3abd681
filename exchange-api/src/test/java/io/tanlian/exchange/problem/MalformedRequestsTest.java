package io.tanlian.exchange.problem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.exchange.outbound.OutboundRules;
import io.tanlian.exchange.outbound.PinnedTls;
import io.tanlian.exchange.serve.NodeUnderTest;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read as a request is the caller's fault, and is said to be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedRequestsTest {
  private static final int ANSWER_WITHIN_MS = 10_000;
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

  @TempDir private static Path data;

  private NodeUnderTest node;
  private String token;

  @BeforeAll
  void start() throws Exception {
    node = NodeUnderTest.start(data, OutboundRules.NONE);
    token = node.newCompany().token();
  }

  @AfterAll
  void stop() {
    node.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/batches?statement=%",
        "GET /v1/received?%u0041",
        "GET /v1/accesses?footprint=%ed%a0%80",
        "GET /v1/rule-packs?asOf=%c0%af",
        "GET /checkpoint?%zz=1",
        "GET /tile/000.p/133/1;x=%",
        "PUT /v1/statements;x=%u0041",
      })
  void a_target_that_cannot_be_decoded_is_refused_with_its_rule(String request) throws Exception {
    assertThat(answer(request, "", ""))
        .startsWith("HTTP/1.1 400")
        .contains("request.invalid", "percent", "UTF-8");
  }

  @Test
  void so_it_is_on_pact_paths_in_pacts_words() throws Exception {
    assertThat(answer("GET /2/footprints?offset=%zz", "", ""))
        .startsWith("HTTP/1.1 400")
        .contains("\"code\":\"BadRequest\"", "percent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /v1/received?", "GET /3/footprints?", "GET /nothing?"})
  void more_parameters_than_anything_has_are_refused(String request) throws Exception {
    assertThat(answer(request + "a=1&".repeat(1_500) + "a=1", "", ""))
        .startsWith("HTTP/1.1 4")
        .doesNotContain("service.failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /3/footprints?%0d%0aX-A:%20b", "GET /2/footprints?a%00=1"})
  void control_characters_in_a_parameters_name_are_refused(String request) throws Exception {
    assertThat(answer(request, "", ""))
        .startsWith("HTTP/1.1 400")
        .contains("\"code\":\"BadRequest\"", "control characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*", "*/*; charset=utf-8"})
  void a_type_that_stands_for_many_is_none(String type) throws Exception {
    for (String request : List.of("GET /health", "GET /nothing", "POST /v1/statements")) {
      assertThat(answer(request, "Content-Type: " + type + "\r\n", "{}"))
          .startsWith("HTTP/1.1 415")
          .contains("request.unsupported-type", "stands for many");
    }
  }

  @Test
  void a_form_that_cannot_be_decoded_is_refused() throws Exception {
    assertThat(answer("POST /auth/token", FORM, "grant_type=%zz"))
        .startsWith("HTTP/1.1 400")
        .contains("request.invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "; boundary=", "; boundary=x"})
  void parts_are_a_type_that_nothing_here_takes(String boundary) throws Exception {
    String type = "Content-Type: multipart/form-data" + boundary + "\r\n";

    assertThat(answer("POST /v1/statements", type, "--x--"))
        .startsWith("HTTP/1.1 415")
        .contains("request.unsupported-type");
  }

  @Test
  void what_is_given_more_than_once_and_is_no_number_is_shown_as_it_was_given() throws Exception {
    assertThat(answer("GET /v1/rule-packs?asOf=x&asOf=2", "", ""))
        .startsWith("HTTP/1.1 400")
        .contains("asOf cannot be x, 2.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
  void a_stranger_is_turned_away_before_its_form_is_read(String method) throws Exception {
    String announced =
        """
        %s /v1/clients HTTP/1.1\r
        Host: localhost\r
        %sContent-Length: 1000000000\r
        \r
        """
            .formatted(method, FORM);

    assertThat(statusLine(announced)).startsWith("HTTP/1.1 401");
  }

  private String answer(String request, String headers, String body) throws Exception {
    return exchange(
        """
        %s HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Connection: close\r
        %sContent-Length: %d\r
        \r
        %s\
        """
            .formatted(request, token, headers, body.length(), body));
  }

  private String exchange(String request) throws Exception {
    try (SSLSocket socket = sent(request)) {
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private String statusLine(String request) throws Exception {
    try (SSLSocket socket = sent(request)) {
      return new String(socket.getInputStream().readNBytes("HTTP/1.1 401".length()), UTF_8);
    }
  }

  private SSLSocket sent(String request) throws Exception {
    SSLSocket socket =
        (SSLSocket)
            PinnedTls.context(node.tlsFingerprint())
                .getSocketFactory()
                .createSocket("localhost", node.url().getPort());
    socket.setSoTimeout(ANSWER_WITHIN_MS);
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }
}
