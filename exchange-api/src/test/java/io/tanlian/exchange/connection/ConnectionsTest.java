package io.tanlian.exchange.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.exchange.outbound.ForeignHost;
import io.tanlian.exchange.outbound.OutboundAnswer;
import io.tanlian.exchange.outbound.OutboundAnswer.Answered;
import io.tanlian.exchange.serve.NodeUnderTest;
import io.tanlian.exchange.serve.NodeUnderTest.Company;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connections of a whole node to a real host. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsTest {
  @TempDir private static Path data;

  private PactHost host;
  private NodeUnderTest node;

  @BeforeAll
  void start() throws Exception {
    host = PactHost.start((_, exchange) -> ForeignHost.answer(exchange, 200, "{\"data\":[]}"));
    node = NodeUnderTest.start(data, host.rules());
  }

  @AfterAll
  void stop() {
    node.close();
    host.close();
  }

  @Test
  void a_participant_registers_reads_changes_and_removes_its_own_and_sees_no_secret_again()
      throws Exception {
    Company company = node.newCompany();
    Company other = node.newCompany();

    HttpResponse<String> added =
        company.post(
            "/v1/connections",
            host.registration(",\"versions\":[\"2\",\"3\"],\"wantsPublished\":true"));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    String path = added.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> one = company.get(path);
    HttpResponse<String> list = company.get("/v1/connections");
    for (HttpResponse<String> answer : List.of(added, one, list)) {
      assertThat(answer.body())
          .contains(host.host().url().toString(), PactHost.CLIENT)
          .doesNotContain("s3cret", "ecret\":");
    }

    assertThat(other.get(path).statusCode()).isEqualTo(404);
    assertThat(other.delete(path).statusCode()).isEqualTo(404);
    assertThat(other.get("/v1/connections").body()).doesNotContain("localhost");

    HttpResponse<String> changed =
        company.put(path + "/credentials", "{\"clientId\":\"new\",\"clientSecret\":\"newer\"}");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).contains("\"new\"").doesNotContain("newer");
    assertThat(company.delete(path).statusCode()).isEqualTo(200);
    assertThat(company.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void two_to_one_host_are_refused_and_so_is_what_may_not_be_called() throws Exception {
    Company company = node.newCompany();
    assertThat(company.post("/v1/connections", host.registration("")).statusCode()).isEqualTo(201);

    HttpResponse<String> again = company.post("/v1/connections", host.registration(""));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("connection.exists");

    HttpResponse<String> plain =
        company.post(
            "/v1/connections",
            "{\"baseUrl\":\"http://169.254.169.254/\",\"clientId\":\"a\",\"clientSecret\":\"b\"}");
    assertThat(plain.statusCode()).isEqualTo(422);
    assertThat(plain.body()).contains("/baseUrl", "https");
    HttpResponse<String> unknown =
        company.post("/v1/connections", host.registration(",\"secret\":\"x\""));
    assertThat(unknown.statusCode()).isEqualTo(422);
  }

  @Test
  void the_secret_is_sealed_in_the_database() throws Exception {
    Connection connection = connected(node.newCompany());

    byte[] stored =
        node.part(JdbcClient.class)
            .sql("SELECT client_secret FROM exchange.connection WHERE id = ?")
            .param(connection.id())
            .query((row, _) -> row.getBytes(1))
            .single();

    assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("s3cret");
    assertThat(node.part(Connections.class).secretOf(connection.id())).contains(PactHost.SECRET);
  }

  @Test
  void a_token_serves_many_calls_and_is_fetched_once_for_many_at_a_time() throws Exception {
    Connection connection = connected(node.newCompany());
    int before = host.tokensIssued();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<OutboundAnswer>> calls =
          IntStream.range(0, 20).mapToObj(_ -> threads.submit(() -> call(connection))).toList();
      for (Future<OutboundAnswer> call : calls) {
        assertThat(((Answered) call.get()).status()).isEqualTo(200);
      }
    }

    assertThat(host.tokensIssued()).isEqualTo(before + 1);
  }

  @Test
  void another_token_is_fetched_before_the_first_ends_and_when_the_host_ends_it_early()
      throws Exception {
    Connection connection = connected(node.newCompany());
    call(connection);
    int before = host.tokensIssued();

    host.endTokens();
    assertThat(((Answered) call(connection)).status()).isEqualTo(200);
    assertThat(host.tokensIssued()).isEqualTo(before + 1);

    node.clock().forward(Duration.ofHours(1).minus(AccessTokens.RESERVE));
    assertThat(((Answered) call(connection)).status()).isEqualTo(200);
    assertThat(host.tokensIssued()).isEqualTo(before + 2);
  }

  @Test
  void without_good_credentials_there_is_no_token_and_no_call() throws Exception {
    Company company = node.newCompany();
    Connection connection = connected(company);
    company.put(
        "/v1/connections/" + connection.id() + "/credentials",
        "{\"clientId\":\"our-client\",\"clientSecret\":\"wrong\"}");
    Connection changed = node.part(Connections.class).find(connection.id()).orElseThrow();
    int calls = host.received("/3/footprints").size();

    assertThat(call(changed))
        .isEqualTo(
            new OutboundAnswer.Failed(
                "no access token: the token endpoint answered with status 401"));
    assertThat(host.received("/3/footprints")).hasSize(calls);
  }

  @Test
  void a_url_at_another_host_gets_no_call_and_no_token() throws Exception {
    Connection connection = connected(node.newCompany());
    ConnectionClient client = node.part(ConnectionClient.class);
    try (ForeignHost elsewhere =
        ForeignHost.start((_, exchange) -> ForeignHost.answer(exchange, 200, "{}"))) {
      for (String url :
          List.of(
              elsewhere.url() + "/3/footprints",
              "https://localhost.evil.example/",
              "http://localhost:" + host.host().port() + "/",
              "//localhost/",
              "/3/footprints")) {
        assertThat(client.get(connection, URI.create(url)))
            .as(url)
            .isInstanceOf(OutboundAnswer.Refused.class);
      }
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void a_host_name_that_leads_to_this_machine_is_not_called_though_it_is_registered()
      throws Exception {
    Company company = node.newCompany();
    String registration =
        host.registration("").replace("localhost:" + host.host().port(), "localhost");
    HttpResponse<String> added = company.post("/v1/connections", registration);
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    UUID id = UUID.fromString(NodeUnderTest.json(added).path("id").stringValue());

    assertThat(call(node.part(Connections.class).find(id).orElseThrow()).toString())
        .contains("not public");
  }

  private Connection connected(Company company) throws Exception {
    HttpResponse<String> added = company.post("/v1/connections", host.registration(""));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    return node.part(Connections.class).of(company.id()).getFirst();
  }

  private OutboundAnswer call(Connection connection) {
    return node.part(ConnectionClient.class)
        .get(connection, connection.footprints(connection.newest()));
  }
}
