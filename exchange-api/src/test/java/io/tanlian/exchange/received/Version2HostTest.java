package io.tanlian.exchange.received;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanlian.contracts.pact.translation.Translation;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.exchange.connection.PactHost;
import io.tanlian.exchange.outbound.ForeignHost;
import io.tanlian.exchange.serve.Declarations;
import io.tanlian.exchange.serve.NodeUnderTest;
import io.tanlian.exchange.serve.NodeUnderTest.Company;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A whole node and a supplier's host that speaks PACT 2 only. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Version2HostTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration IN_TIME = Duration.ofSeconds(30);
  private static final String SUPPLIER = "urn:lei:506700GE1G29325QX363";

  /** As many requests as may wait, sent and not answered. */
  private static final String WAITING =
      """
      WITH sent AS (
        INSERT INTO exchange.delivery
          (id, recipient, owner, connection, kind, position, subjects, state, asked_at, created_at,
           next_attempt_at)
        SELECT gen_random_uuid(), k.participant, k.participant, k.id, 'request', -1, '{}',
          'delivered', now(), now(), now()
        FROM exchange.connection k, generate_series(1, 10000)
        WHERE k.id = CAST(:connection AS uuid)
        RETURNING id, connection)
      INSERT INTO exchange.host_request (id, connection, criteria)
      SELECT id, connection, '{}' FROM sent
      """;

  @TempDir private static Path data;

  private PactHost host;
  private NodeUnderTest node;
  private Company customer;
  private String connection;
  private String product;
  private ObjectNode footprint;

  @BeforeAll
  void start() throws Exception {
    host =
        PactHost.start((request, exchange) -> {
          String path = request.path().getPath();
          String list = JSON.writeValueAsString(Map.of("data", List.of(footprint)));
          boolean known = path.equals("/2/footprints") || path.equals("/2/events");
          ForeignHost.answer(exchange, known ? 200 : 404, path.endsWith("footprints") ? list : "");
        });
    node = NodeUnderTest.start(data, host.rules());
  }

  @AfterAll
  void stop() {
    node.close();
    host.close();
  }

  @BeforeEach
  void a_customer_of_a_supplier_with_one_footprint() throws Exception {
    product = Declarations.newProduct();
    footprint = inVersion2(Declarations.footprint(SUPPLIER, product));
    customer = node.newCompany();
    HttpResponse<String> added =
        customer.post("/v1/connections", host.registration(",\"versions\":[\"2\"]"));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    connection = NodeUnderTest.json(added).path("id").stringValue();
  }

  @Test
  void its_list_is_read_and_recorded_as_version_3_has_it() throws Exception {
    HttpResponse<String> answer = customer.post("/v1/connections/" + connection + "/fetch", "");

    assertThat(NodeUnderTest.json(answer).path("recorded").intValue())
        .as(answer.body())
        .isEqualTo(1);
    assertThat(received()).containsExactly(footprint.path("id").stringValue());
    JsonNode rollUp =
        NodeUnderTest.json(
            customer.get(
                "/v1/products/"
                    + URLEncoder.encode(product, StandardCharsets.UTF_8)
                    + "/footprint"));
    assertThat(rollUp.at("/perDeclaredUnit/pcfExcludingBiogenicUptake").stringValue())
        .isEqualTo("2.25");
  }

  @Test
  void it_is_asked_in_its_own_words_and_its_answer_is_recorded() throws Exception {
    UUID id = UUID.randomUUID();
    HttpResponse<String> asked =
        ask(id, "{\"productId\":[\"%s\"],\"comment\":\"For 2026\"}".formatted(product));
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);

    JsonNode event = await().atMost(IN_TIME).until(() -> eventOf(id), one -> !one.isMissingNode());
    assertThat(event.path("type").stringValue())
        .isEqualTo("org.wbcsd.pathfinder.ProductFootprintRequest.Created.v1");
    assertThat(event.at("/data/pf/productIds/0").stringValue()).isEqualTo(product);
    assertThat(event.at("/data/comment").stringValue()).isEqualTo("For 2026");
    assertThat(event.path("source").stringValue()).isEqualTo(node.url() + "/2/events");

    for (int i = 0; i < 2; i++) {
      assertThat(customer.post("/2/events", fulfilment(id)).statusCode()).isEqualTo(200);
    }
    JsonNode request =
        NodeUnderTest.json(customer.get("/v1/connections/" + connection + "/requests"))
            .at("/requests/0");
    assertThat(request.at("/answer/outcome").stringValue()).isEqualTo("fulfilled");
    assertThat(request.at("/answer/words").stringValue()).contains("1 recorded");
    assertThat(received()).containsExactly(footprint.path("id").stringValue());
  }

  @Test
  void what_version_2_has_no_words_for_cannot_be_asked() throws Exception {
    HttpResponse<String> refused =
        ask(
            UUID.randomUUID(),
            "{\"productId\":[\"%s\"],\"validOn\":\"2026-01-01T00:00:00Z\"}".formatted(product));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("validOn", "PACT 2 only", "productId");
  }

  @Test
  void no_more_may_be_asked_than_can_wait_for_an_answer() throws Exception {
    assertThat(node.part(JdbcClient.class).sql(WAITING).param("connection", connection).update())
        .isEqualTo(10_000);

    HttpResponse<String> refused =
        ask(UUID.randomUUID(), "{\"productId\":[\"%s\"]}".formatted(product));

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(NodeUnderTest.json(refused).path("code").stringValue())
        .isEqualTo("request.too-many");
  }

  private HttpResponse<String> ask(UUID id, String criteria) throws Exception {
    return customer.put("/v1/connections/" + connection + "/requests/" + id, criteria);
  }

  private JsonNode eventOf(UUID id) {
    return host.received("/2/events").stream()
        .map(request -> JSON.readTree(request.body()))
        .filter(event -> event.path("id").stringValue().equals(id.toString()))
        .findFirst()
        .orElse(JSON.missingNode());
  }

  private String fulfilment(UUID request) {
    ObjectNode event =
        JSON.createObjectNode()
            .put("type", "org.wbcsd.pathfinder.ProductFootprintRequest.Fulfilled.v1")
            .put("specversion", "1.0")
            .put("id", "the host's own/1")
            .put("source", host.host().url() + "/2/events")
            .put("time", "2026-11-22T00:00:00Z");
    ObjectNode data = event.putObject("data").put("requestEventId", request.toString());
    data.putArray("pfs").add(footprint);
    return event.toString();
  }

  private List<String> received() throws Exception {
    return NodeUnderTest.json(customer.get("/v1/received"))
        .path("received")
        .valueStream()
        .map(one -> one.path("footprint").stringValue())
        .toList();
  }

  private static ObjectNode inVersion2(ObjectNode footprint) {
    return switch (ProductFootprint.parse(footprint).then(Translation::toVersion2)) {
      case Outcome.Accepted<Translation<io.tanlian.contracts.pact.v2.ProductFootprint>>(
              var translated) ->
          translated.footprint().toJson();
      case Outcome.Refused<Translation<io.tanlian.contracts.pact.v2.ProductFootprint>>(
              var problems) ->
          throw new AssertionError(problems);
    };
  }
}
