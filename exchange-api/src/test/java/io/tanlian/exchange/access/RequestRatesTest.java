package io.tanlian.exchange.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.exchange.outbound.OutboundRules;
import io.tanlian.exchange.outbound.PinnedTls;
import io.tanlian.exchange.serve.NodeUnderTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks too much is told when to come again, and nobody else is held up. */
class RequestRatesTest {
  /** More than come at once within the limit, and far faster than it fills again. */
  private static final int REQUESTS = 400;

  @Test
  void an_address_that_asks_for_tokens_without_end_is_told_to_wait(@TempDir Path data)
      throws Exception {
    String fingerprint = NodeUnderTest.tlsFingerprintOf(data);
    try (NodeUnderTest node = NodeUnderTest.start(data, OutboundRules.NONE);
        HttpClient http =
            HttpClient.newBuilder().sslContext(PinnedTls.context(fingerprint)).build()) {
      var company = node.newCompany();
      List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        sent.add(
            http.sendAsync(
                HttpRequest.newBuilder(node.url().resolve("/auth/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                    .build(),
                BodyHandlers.ofString()));
      }

      List<HttpResponse<String>> answers = sent.stream().map(CompletableFuture::join).toList();
      List<HttpResponse<String>> turnedAway =
          answers.stream().filter(answer -> answer.statusCode() == 429).toList();

      assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(401, 429);
      assertThat(turnedAway)
          .hasSizeLessThanOrEqualTo(REQUESTS - 200)
          .isNotEmpty()
          .allSatisfy(answer -> {
            assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(1);
            assertThat(answer.body()).contains("request.too-many");
          });
      assertThat(company.get("/v1/clients").statusCode()).isEqualTo(200);
    }
  }
}
