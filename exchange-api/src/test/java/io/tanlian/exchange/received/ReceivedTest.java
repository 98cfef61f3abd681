package io.tanlian.exchange.received;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.tanlian.exchange.connection.PactHost;
import io.tanlian.exchange.outbound.ForeignHost;
import io.tanlian.exchange.outbound.ForeignHost.Received;
import io.tanlian.exchange.serve.Declarations;
import io.tanlian.exchange.serve.NodeUnderTest;
import io.tanlian.exchange.serve.NodeUnderTest.Company;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A whole node gets footprints from a supplier's host that signs nothing. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceivedTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String SUPPLIER = "urn:lei:506700GE1G29325QX363";

  @TempDir private static Path data;

  private final List<ObjectNode> footprints = new CopyOnWriteArrayList<>();
  private PactHost host;
  private NodeUnderTest node;
  private Company customer;

  @BeforeAll
  void start() throws Exception {
    host = PactHost.start(this::list);
    node = NodeUnderTest.start(data, host.rules());
  }

  @AfterAll
  void stop() {
    node.close();
    host.close();
  }

  @BeforeEach
  void a_new_customer() throws Exception {
    footprints.clear();
    host.behave(this::list);
    customer = node.newCompany();
  }

  /** Two a page, as PACT pages. */
  private void list(Received request, HttpExchange exchange) throws IOException {
    if (request.method().equals("POST")) {
      ForeignHost.answer(exchange, 200, "");
      return;
    }
    String query = String.valueOf(request.path().getQuery());
    int from = query.contains("from=") ? Integer.parseInt(query.replaceAll(".*from=", "")) : 0;
    List<ObjectNode> page =
        footprints.subList(
            Math.min(from, footprints.size()), Math.min(from + 2, footprints.size()));
    if (from + 2 < footprints.size()) {
      exchange
          .getResponseHeaders()
          .add(
              "Link",
              "<%s/3/footprints?from=%d>; rel=\"next\"".formatted(host.host().url(), from + 2));
    }
    ForeignHost.answer(exchange, 200, JSON.writeValueAsString(Map.of("data", page)));
  }

  @Test
  void every_page_is_recorded_once_and_seen_by_the_receiver_only() throws Exception {
    for (int i = 0; i < 5; i++) {
      footprints.add(Declarations.footprint(SUPPLIER, Declarations.newProduct()));
    }
    String connection = connect("");

    JsonNode first = fetch(connection, "");
    assertThat(first.path("recorded").intValue()).as(first.toString()).isEqualTo(5);
    assertThat(first.path("pages").intValue()).isEqualTo(3);
    JsonNode again = fetch(connection, "");
    assertThat(again.path("recorded").intValue()).isZero();
    assertThat(again.path("known").intValue()).isEqualTo(5);

    List<JsonNode> listed = received(customer);
    assertThat(listed).hasSize(5);
    assertThat(received(node.newCompany())).isEmpty();
    String statement = listed.getFirst().path("statement").stringValue();
    JsonNode own = NodeUnderTest.json(customer.get("/v1/statements/" + statement));
    assertThat(own.path("type").stringValue()).isEqualTo("FootprintReceived");
    assertThat(own.path("complete").booleanValue()).isTrue();
    for (Company other : List.of(node.newCompany(), node.operator())) {
      JsonNode seen = NodeUnderTest.json(other.get("/v1/statements/" + statement));
      assertThat(seen.path("disclosures").isEmpty()).isTrue();
    }
    assertThat(NodeUnderTest.json(customer.get("/3/footprints")).path("data").isEmpty()).isTrue();
  }

  @Test
  void a_footprint_that_changed_is_recorded_beside_the_first() throws Exception {
    ObjectNode footprint = Declarations.footprint(SUPPLIER, Declarations.newProduct());
    footprints.add(footprint);
    String connection = connect("");
    fetch(connection, "");

    footprint.put("comment", "another one");

    assertThat(fetch(connection, "").path("recorded").intValue()).isEqualTo(1);
  }

  @Test
  void what_cannot_be_kept_is_told_and_the_rest_is_kept() throws Exception {
    footprints.add(Declarations.footprint(SUPPLIER, Declarations.newProduct()));
    ObjectNode broken = Declarations.footprint(SUPPLIER, Declarations.newProduct());
    broken.withObject("/pcf").put("declaredUnitOfMeasurement", "bucket");
    footprints.add(broken);
    ObjectNode withNull = Declarations.footprint(SUPPLIER, Declarations.newProduct());
    withNull.putNull("validityPeriodEnd");
    footprints.add(withNull);

    JsonNode result = fetch(connect(""), "");

    assertThat(result.path("recorded").intValue()).isEqualTo(2);
    assertThat(result.at("/refused/0/footprint").stringValue())
        .isEqualTo(broken.path("id").stringValue());
    assertThat(result.at("/refused/0/words").stringValue()).contains("declaredUnitOfMeasurement");
  }

  @Test
  void criteria_go_to_the_host_as_they_were_written_and_others_are_refused() throws Exception {
    String connection = connect("");
    fetch(
        connection,
        "{\"productId\":[\"urn:gtin:4712345060507\",\"urn:x-Case:A\"],\"validOn\":\"2026-01-01T00:00:00Z\"}");

    assertThat(host.received("/3/footprints").getLast().path().getRawQuery())
        .contains("productId=urn%3Agtin%3A4712345060507&productId=urn%3Ax-Case%3AA")
        .contains("validOn=2026-01-01T00%3A00%3A00Z");
    assertThat(
            customer
                .post("/v1/connections/" + connection + "/fetch", "{\"productId\":7}")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void a_link_to_another_host_is_not_followed() throws Exception {
    footprints.add(Declarations.footprint(SUPPLIER, Declarations.newProduct()));
    try (ForeignHost elsewhere =
        ForeignHost.start((_, exchange) -> ForeignHost.answer(exchange, 200, "{\"data\":[]}"))) {
      for (String link :
          List.of(
              elsewhere.url() + "/3/footprints", "https://169.254.169.254/", "http://localhost/")) {
        host.behave((_, exchange) -> {
          exchange.getResponseHeaders().add("Link", "<" + link + ">; rel=\"next\"");
          ForeignHost.answer(exchange, 200, JSON.writeValueAsString(Map.of("data", footprints)));
        });
        JsonNode result = fetch(connectOrReuse(), "");
        assertThat(result.path("ended").stringValue()).contains("not that of the connection");
        assertThat(result.path("pages").intValue()).isEqualTo(1);
      }
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void a_list_without_end_and_answers_that_are_none_end() throws Exception {
    host.behave((_, exchange) -> {
      exchange
          .getResponseHeaders()
          .add("Link", "<" + host.host().url() + "/3/footprints?limit=100>; rel=\"next\"");
      ForeignHost.answer(exchange, 200, "{\"data\":[]}");
    });
    assertThat(fetch(connectOrReuse(), "").path("ended").stringValue()).contains("too long");

    host.behave((_, exchange) -> ForeignHost.answer(exchange, 200, "<html>"));
    assertThat(fetch(connectOrReuse(), "").path("ended").stringValue()).contains("no list");
    host.behave((_, exchange) -> ForeignHost.answer(exchange, 500, "down"));
    assertThat(fetch(connectOrReuse(), "").path("ended").stringValue()).contains("500", "down");
  }

  @Test
  void a_roll_up_counts_with_its_figures_and_says_that_nobody_signed_it() throws Exception {
    String product = Declarations.newProduct();
    footprints.add(Declarations.footprint(SUPPLIER, product));
    fetch(connect(""), "");

    HttpResponse<String> answer = customer.get("/v1/products/" + encoded(product) + "/footprint");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode rollUp = NodeUnderTest.json(answer);
    assertThat(rollUp.at("/perDeclaredUnit/pcfExcludingBiogenicUptake").stringValue())
        .isEqualTo("2.25");
    assertThat(rollUp.at("/doubts/0/words").stringValue())
        .contains("unsigned", host.host().url().toString());
    assertThat(
            node.newCompany().get("/v1/products/" + encoded(product) + "/footprint").statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_declaration_that_is_signed_comes_first() throws Exception {
    String product = Declarations.newProduct();
    footprints.add(Declarations.footprint(SUPPLIER, product));
    fetch(connect(""), "");
    Company supplier = node.newCompany();
    supplier.publish(Declarations.grant(customer.id(), product));
    supplier.publish(Declarations.of(supplier.id(), product));

    JsonNode rollUp =
        NodeUnderTest.json(customer.get("/v1/products/" + encoded(product) + "/footprint"));

    assertThat(rollUp.path("doubts").isEmpty()).as(rollUp.toString()).isTrue();
  }

  @Test
  void a_schedule_fetches_and_asks_again_before_a_footprint_ends_once() throws Exception {
    String product = Declarations.newProduct();
    ObjectNode ending = Declarations.footprint(SUPPLIER, product);
    ending.put(
        "validityPeriodEnd",
        Instant.now().plus(29, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString());
    footprints.add(ending);
    footprints.add(Declarations.footprint(SUPPLIER, Declarations.newProduct()));
    int before = host.received("/3/events").size();
    String connection = connect(",\"fetchEvery\":\"PT1H\"");

    await().atMost(SOON).until(() -> host.received("/3/events").size() > before);
    await().atMost(SOON).until(() -> received(customer).size() == 2);

    Received request = host.received("/3/events").get(before);
    JsonNode event = JSON.readTree(request.body());
    assertThat(event.path("type").stringValue())
        .isEqualTo("org.wbcsd.pact.ProductFootprint.RequestCreatedEvent.3");
    assertThat(event.at("/data/productId").valueStream().map(JsonNode::stringValue))
        .containsExactly(product);
    assertThat(event.path("source").stringValue()).isEqualTo(node.url() + "/3/events");
    JsonNode view = NodeUnderTest.json(customer.get("/v1/connections/" + connection));
    assertThat(view.at("/lastFetch/words").stringValue()).startsWith("1 pages, 2 recorded");

    node.clock().forward(Duration.ofHours(1));
    int lists = host.received("/3/footprints").size();
    await().atMost(SOON).until(() -> host.received("/3/footprints").size() > lists);
    await()
        .atMost(SOON)
        .until(() ->
            view(connection)
                .at("/lastFetch/words")
                .stringValue()
                .startsWith("1 pages, 0 recorded"));
    assertThat(host.received("/3/events")).hasSize(before + 1);
  }

  @Test
  void an_answer_that_a_busy_ledger_cannot_take_is_asked_for_again_and_then_taken_whole()
      throws Exception {
    connect("");
    String answer =
        fulfilled(
            Declarations.footprint(SUPPLIER, Declarations.newProduct()),
            Declarations.footprint(SUPPLIER, Declarations.newProduct()));

    try (BusyLedger _ = BusyLedger.of(node)) {
      HttpResponse<String> busy = customer.post("/3/events", answer);
      assertThat(busy.statusCode()).as(busy.body()).isEqualTo(503);
      assertThat(busy.headers().firstValueAsLong("Retry-After")).hasValue(1);
    }
    assertThat(received(customer)).isEmpty();

    assertThat(customer.post("/3/events", answer).statusCode()).isEqualTo(200);
    assertThat(received(customer)).hasSize(2);
    assertThat(customer.post("/3/events", answer).statusCode()).isEqualTo(200);
    assertThat(received(customer)).hasSize(2);
  }

  private String fulfilled(ObjectNode... answered) {
    return JSON.writeValueAsString(
        Map.of(
            "type",
            "org.wbcsd.pact.ProductFootprint.RequestFulfilledEvent.3",
            "specversion",
            "1.0",
            "id",
            "answer-1",
            "source",
            host.host().url().toString(),
            "time",
            "2026-11-01T00:00:00Z",
            "data",
            Map.of("requestEventId", "request-1", "pfs", List.of(answered))));
  }

  private String connect(String more) throws Exception {
    HttpResponse<String> added = customer.post("/v1/connections", host.registration(more));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    return NodeUnderTest.json(added).path("id").stringValue();
  }

  private String connectOrReuse() throws Exception {
    JsonNode own = NodeUnderTest.json(customer.get("/v1/connections")).path("connections");
    return own.isEmpty() ? connect("") : own.path(0).path("id").stringValue();
  }

  private JsonNode fetch(String connection, String criteria) throws Exception {
    HttpResponse<String> answer =
        customer.post("/v1/connections/" + connection + "/fetch", criteria);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return NodeUnderTest.json(answer);
  }

  private JsonNode view(String connection) {
    try {
      return NodeUnderTest.json(customer.get("/v1/connections/" + connection));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<JsonNode> received(Company company) {
    try {
      return NodeUnderTest.json(company.get("/v1/received"))
          .path("received")
          .valueStream()
          .toList();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String product) {
    return URLEncoder.encode(product, StandardCharsets.UTF_8);
  }
}
