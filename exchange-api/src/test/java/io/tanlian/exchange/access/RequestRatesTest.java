package io.tanlian.exchange.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.exchange.serve.NodeUnderTest;
import io.tanlian.exchange.serve.NodeUnderTest.Company;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who asks too much is told when to come again, and nobody else is held up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestRatesTest {
  /** Thirty requests or tokens at once, then one a second: far less than comes. */
  private static final RateSettings FEW = new RateSettings(1, 1, 30);

  private static final int AT_ONCE = 30;
  private static final int REQUESTS = 3 * AT_ONCE;

  @TempDir private static Path data;

  private NodeUnderTest node;
  private Company company;
  private Company other;

  @BeforeAll
  void start() throws Exception {
    node = NodeUnderTest.start(data, FEW);
    company = node.newCompany();
    other = node.newCompany();
  }

  @AfterAll
  void stop() {
    node.close();
  }

  @Test
  void a_client_that_asks_without_end_is_told_to_wait() throws Exception {
    assertHeld(repeated(() -> company.get("/v1/clients")), 200);

    assertThat(other.get("/v1/clients").statusCode()).isEqualTo(200);
  }

  @Test
  void an_address_that_asks_for_tokens_without_end_is_told_to_wait() throws Exception {
    assertHeld(repeated(() -> node.requestToken("nobody", "nothing")), 401);

    assertThat(other.get("/v1/clients").statusCode()).isEqualTo(200);
  }

  private static void assertHeld(List<HttpResponse<String>> answers, int withinTheLimit) {
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(withinTheLimit, 429);
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 429))
        .hasSizeLessThanOrEqualTo(REQUESTS - AT_ONCE + 10)
        .isNotEmpty()
        .allSatisfy(answer -> {
          assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(1);
          assertThat(answer.body()).contains("request.too-many");
        });
  }

  private static List<HttpResponse<String>> repeated(Request request) throws Exception {
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      answers.add(request.send());
    }
    return answers;
  }

  private interface Request {
    HttpResponse<String> send() throws Exception;
  }
}
