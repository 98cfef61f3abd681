package io.tanlian.example.battery.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is asked, the answer is a problem in words, never the insides of the service. */
@ExtendWith(OneExchange.class)
class AnswersTest {
  private final Exchange exchange;

  AnswersTest(Exchange exchange) {
    this.exchange = exchange;
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 404, request.not-found",
    "GET, /v1/statements, 405, request.method-not-allowed",
    "DELETE, /v1/log, 405, request.method-not-allowed",
    "GET, /v1/statements/x, 400, request.invalid",
    "GET, /v1/statements/urn:uuid:0192d3a4-5b6c-7d8e-9f01-23456789abcd, 404, request.not-found",
    "GET, /v1/products/x/footprint, 400, request.invalid",
    "GET, /tile/x, 400, request.invalid",
    "GET, /tile/0/x999/999, 404, request.not-found",
    "GET, /schemas/Nothing/1.json, 404, request.not-found"
  })
  void a_request_that_leads_nowhere_gets_a_problem(
      String method, String path, int status, String code) throws Exception {
    HttpResponse<String> answer =
        exchange.send(
            exchange
                .request(path)
                .header("Authorization", "Bearer " + exchange.operator().token())
                .method(method, BodyPublishers.noBody()));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(Exchange.json(answer).path("code").stringValue()).isEqualTo(code);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
  }

  @Test
  void answers_are_not_guessed_at_framed_or_fetched_without_tls() throws Exception {
    HttpResponse<String> answer = exchange.get("/v1/log");

    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(answer.headers().firstValue("Strict-Transport-Security"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("max-age="));
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void what_only_its_reader_may_see_is_kept_by_no_cache() throws Exception {
    HttpResponse<String> answer = exchange.operator().get("/3/footprints");

    assertThat(answer.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("no-store"));
  }
}
