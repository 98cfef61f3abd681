package io.tanlian.example.battery.service;

import static io.tanlian.contracts.key.SignatureAlgorithm.ES256;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.exchange.ClientLogin;
import io.tanlian.contracts.json.Base64Url;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.key.CompactJws;
import io.tanlian.contracts.key.SigningKey;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is not said to be public needs a token, and what is not granted is not seen. */
@ExtendWith(OneExchange.class)
class DefaultDenyTest {
  private static final int ANSWER_WITHIN_MS = 30_000;

  private final Exchange exchange;

  DefaultDenyTest(Exchange exchange) {
    this.exchange = exchange;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/checkpoint",
        "/v1/log",
        "/schemas/ProductFootprintDeclaration/1.json",
        "/v3/api-docs",
        "/health",
        "/.well-known/openid-configuration"
      })
  void is_public(String path) throws Exception {
    assertThat(exchange.get(path).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/statements/urn:uuid:0192d3a4-5b6c-7d8e-9f01-23456789abcd",
        "/v1/products/urn:example:product:1/footprint",
        "/v1/accesses",
        "/v1/footprints/0192d3a4-5b6c-7d8e-9f01-23456789abcd/translation",
        "/tile/0/000.p/1",
        "/tile/entries/000.p/1",
        "/nothing/here",
        "/internal/appends",
        "/error",
        "/env"
      })
  void without_a_token_is_a_401_problem(String path) throws Exception {
    HttpResponse<String> answer = exchange.get(path);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(Exchange.json(answer).path("code").stringValue())
        .isEqualTo("access.unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/3/footprints",
        "/3/footprints/0192d3a4-5b6c-7d8e-9f01-23456789abcd",
        "/3/events",
        "/2/footprints",
        "/2/footprints/0192d3a4-5b6c-7d8e-9f01-23456789abcd"
      })
  void without_a_token_is_a_pact_error_on_pact_paths(String path) throws Exception {
    HttpResponse<String> answer = exchange.get(path);

    assertThat(answer.statusCode()).isEqualTo(401);
    JsonNode error = Exchange.json(answer);
    assertThat(error.propertyNames()).containsExactlyInAnyOrder("code", "message");
    assertThat(error.path("code").stringValue()).isEqualTo("BadRequest");
  }

  @Test
  void a_wrong_client_secret_gets_the_error_of_rfc_6749() throws Exception {
    ClientLogin known = exchange.node().credentials("car-maker").login().orElseThrow();

    HttpResponse<String> answer =
        exchange.requestToken(new ClientLogin(known.clientId(), "not-the-secret"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Exchange.json(answer).path("error").stringValue()).isEqualTo("invalid_client");
    assertThat(answer.body()).doesNotContain("access_token");
  }

  @Test
  void an_unknown_client_is_told_the_same_as_a_wrong_secret() throws Exception {
    ClientLogin known = exchange.node().credentials("car-maker").login().orElseThrow();

    HttpResponse<String> unknown =
        exchange.requestToken(new ClientLogin(UUID.randomUUID().toString(), "not-the-secret"));
    HttpResponse<String> wrong =
        exchange.requestToken(new ClientLogin(known.clientId(), "not-the-secret"));

    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(wrong.body());
  }

  @Test
  void a_token_with_another_claim_or_another_signer_is_refused() throws Exception {
    Participant supplier = exchange.newSupplier();
    String[] parts = supplier.token().split("\\.", -1);
    ObjectNode claims =
        (ObjectNode)
            JsonMapper.builder().build().readTree(Base64Url.decode(parts[1]).orElseThrow());
    claims.put("role", "operator");
    String tampered =
        parts[0]
            + "."
            + Base64Url.encode(StrictJson.format(claims).getBytes(StandardCharsets.UTF_8))
            + "."
            + parts[2];
    String foreign = CompactJws.sign("JWT", claims, SigningKey.generate(ES256, new SecureRandom()));
    String unsigned =
        Base64Url.encode("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + parts[1]
            + ".";

    assertThat(exchange.get("/v1/log", supplier.token()).statusCode()).isEqualTo(200);
    for (String bad : new String[] {tampered, foreign, unsigned, "x"}) {
      assertThat(exchange.get("/3/footprints", bad).statusCode()).isEqualTo(401);
      assertThat(exchange.get("/tile/0/000.p/1", bad).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void only_the_operator_issues_clients() throws Exception {
    Participant supplier = exchange.newSupplier();

    HttpResponse<String> answer =
        exchange.post(
            "/v1/clients",
            "application/json",
            "{\"participant\":\"%s\",\"role\":\"supplier\"}".formatted(supplier.id().value()),
            supplier.token());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Exchange.json(answer).path("code").stringValue()).isEqualTo("access.denied");
  }

  @Test
  void a_client_in_a_role_the_participant_was_not_admitted_for_is_refused() throws Exception {
    Participant supplier = exchange.newSupplier();

    HttpResponse<String> answer =
        exchange.post(
            "/v1/clients",
            "application/json",
            "{\"participant\":\"%s\",\"role\":\"operator\"}".formatted(supplier.id().value()),
            exchange.operator().token());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Exchange.json(answer).path("code").stringValue()).isEqualTo("participant.unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "{\"participant\":\"urn:uscc:1\",\"role\":\"supplier\"}",
        "{\"participant\":1}"
      })
  void a_client_for_nobody_is_refused(String body) throws Exception {
    HttpResponse<String> answer =
        exchange.post("/v1/clients", "application/json", body, exchange.operator().token());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(Exchange.json(answer).path("code").stringValue()).isEqualTo("request.invalid");
  }

  @Test
  void plain_http_gets_nothing() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), exchange.url().getPort())) {
      socket.setSoTimeout(ANSWER_WITHIN_MS);
      socket
          .getOutputStream()
          .write(
              "GET /checkpoint HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

      assertThat(answer).doesNotContain(" 200 ").doesNotContain(exchange.origin());
    }
  }
}
