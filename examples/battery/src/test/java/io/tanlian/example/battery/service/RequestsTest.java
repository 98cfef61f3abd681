package io.tanlian.example.battery.service;

import static io.tanlian.contracts.sharing.GrantedPart.FIGURES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanlian.contracts.statement.Claim;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A request is taken once, found its owner, and is answered once. */
@ExtendWith(OneExchange.class)
class RequestsTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Exchange exchange;
  private final Participant owner;
  private final Participant customer;
  private final String product = Footprints.newProduct();
  private final String eventId = "event " + UUID.randomUUID();

  RequestsTest(Exchange exchange) throws Exception {
    this.exchange = exchange;
    this.owner = exchange.newSupplier();
    this.customer = exchange.newSupplier();
    connect("https://carmaker.example");
  }

  @Test
  void what_is_granted_answers_at_once() throws Exception {
    owner.publish(Footprints.of(owner.id(), product));
    grant();

    assertThat(request(product).statusCode()).isEqualTo(200);

    awaitState("fulfilled");
    assertThat(pending(owner)).isEmpty();
  }

  @Test
  void a_product_that_nobody_declares_is_rejected() throws Exception {
    HttpResponse<String> taken = request("urn:example:nobody-makes-this");

    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(taken.body()).isEmpty();
    awaitState("rejected");
  }

  @Test
  void what_is_not_granted_waits_for_its_owner_and_for_nobody_else() throws Exception {
    owner.publish(Footprints.of(owner.id(), product));

    request(product);

    awaitPending(owner);
    assertThat(pending(customer)).isEmpty();
    assertThat(pending(exchange.newSupplier())).isEmpty();
    assertThat(stateSent()).isEqualTo("pending");
  }

  @Test
  void a_grant_that_comes_later_answers_what_waits() throws Exception {
    owner.publish(Footprints.of(owner.id(), product));
    request(product);
    awaitPending(owner);

    grant();

    awaitState("fulfilled");
  }

  @Test
  void a_footprint_that_comes_later_answers_a_request_to_its_company() throws Exception {
    grant();
    post("{\"companyId\":[\"%s\"]}".formatted(owner.id().value()));
    awaitPending(owner);

    owner.publish(Footprints.of(owner.id(), product));

    awaitState("fulfilled");
  }

  @Test
  void an_owner_fulfils_with_what_the_requester_may_see_only() throws Exception {
    Claim declaration = Footprints.of(owner.id(), product);
    owner.publish(declaration);
    String other = Footprints.newProduct();
    Claim substitute = Footprints.of(owner.id(), other);
    owner.publish(substitute);
    request(product);
    String request = awaitPending(owner);

    HttpResponse<String> tooEarly = fulfil(request, Footprints.idOf(substitute));
    assertThat(tooEarly.statusCode()).isEqualTo(409);
    assertThat(tooEarly.body()).contains("footprint.not-granted", "/footprints/0", "Grant");

    owner.publish(Footprints.grantUntil(Footprints.LATER, customer.id(), other, FIGURES));
    HttpResponse<String> done = fulfil(request, Footprints.idOf(substitute));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    awaitState("fulfilled");
    assertThat(fulfil(request, Footprints.idOf(substitute)).statusCode()).isEqualTo(200);
    assertThat(reject(owner, request).statusCode()).isEqualTo(409);
  }

  @Test
  void an_owner_rejects_with_a_reason() throws Exception {
    owner.publish(Footprints.of(owner.id(), product));
    request(product);
    String request = awaitPending(owner);

    assertThat(reject(customer, request).statusCode()).isEqualTo(404);
    assertThat(reject(owner, request).statusCode()).isEqualTo(200);
    awaitState("rejected");
  }

  @Test
  void of_many_answers_at_once_one_counts() throws Exception {
    Claim declaration = Footprints.of(owner.id(), product);
    owner.publish(declaration);
    request(product);
    String request = awaitPending(owner);
    String substitute = Footprints.newProduct();
    Claim other = Footprints.of(owner.id(), substitute);
    owner.publish(other);
    owner.publish(Footprints.grantUntil(Footprints.LATER, customer.id(), substitute, FIGURES));
    long before = exchange.treeSize();

    List<Integer> answers = new ArrayList<>();
    List<Callable<HttpResponse<String>>> posts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      posts.add(() -> fulfil(request, Footprints.idOf(other)));
      posts.add(() -> reject(owner, request));
    }
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : clients.invokeAll(posts)) {
        answers.add(answer.get().statusCode());
      }
    }

    assertThat(answers).containsOnly(200, 409).contains(200, 409);
    assertThat(exchange.treeSize()).isEqualTo(before + 1);
  }

  @Test
  void an_event_that_comes_again_is_taken_once() throws Exception {
    owner.publish(Footprints.of(owner.id(), product));
    request(product);
    awaitPending(owner);
    long size = exchange.treeSize();

    assertThat(request(product).statusCode()).isEqualTo(200);

    assertThat(exchange.treeSize()).isEqualTo(size);
    HttpResponse<String> otherwise = request("urn:example:another");
    assertThat(otherwise.statusCode()).isEqualTo(400);
    assertThat(otherwise.body()).contains("BadRequest", "/id");
  }

  @Test
  void a_request_of_pact_2_is_taken_and_answered_like_any_other() throws Exception {
    owner.publish(Footprints.of(owner.id(), product));
    grant();

    HttpResponse<String> taken =
        customer
            .exchange()
            .post(
                "/2/events",
                "application/cloudevents+json; charset=UTF-8",
                event(
                    "org.wbcsd.pathfinder.ProductFootprintRequest.Created.v1",
                    "{\"pf\":{\"productIds\":[\"%s\"]}}".formatted(product)),
                customer.token());

    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    awaitState("fulfilled");
  }

  @Test
  void what_is_asked_is_on_the_ledger_for_nobody_to_read() throws Exception {
    owner.publish(Footprints.of(owner.id(), product));
    long index = exchange.treeSize();
    request(product);

    HttpResponse<String> bundle =
        exchange.get(
            "/tile/entries/"
                + String.format("%03d", index / 256)
                + ".p/"
                + (exchange.treeSize() % 256),
            owner.token());
    assertThat(bundle.statusCode()).isEqualTo(200);
    assertThat(bundle.body()).doesNotContain(eventId);
    JsonNode statement = Exchange.json(owner.get("/v1/statements/" + awaitPending(owner)));
    assertThat(statement.path("type").stringValue()).isEqualTo("FootprintRequested");
    assertThat(statement.path("disclosures").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{|before it is complete",
        "[]|not an object",
        "{\"type\":\"x\"}|/type",
        "{\"type\":\"org.wbcsd.pact.ProductFootprint.RequestCreatedEvent.3\"}|/specversion",
      })
  void a_malformed_event_is_refused_with_its_fault(String body, String fault) throws Exception {
    HttpResponse<String> answer =
        exchange.post("/3/events", "application/cloudevents+json", body, customer.token());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Exchange.json(answer).path("code").stringValue()).isEqualTo("BadRequest");
    assertThat(Exchange.json(answer).path("message").stringValue()).contains(fault);
  }

  @Test
  void an_answer_goes_to_registered_hosts_only() throws Exception {
    HttpResponse<String> answer =
        exchange.post(
            "/3/events",
            "application/cloudevents+json",
            event("org.wbcsd.pact.ProductFootprint.RequestCreatedEvent.3", "{}")
                .replace("carmaker.example", "elsewhere.example"),
            customer.token());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Exchange.json(answer).path("message").stringValue())
        .contains("/source", "/v1/connections");
  }

  private void connect(String host) throws Exception {
    HttpResponse<String> connected =
        exchange.post(
            "/v1/connections",
            "application/json",
            """
            {"baseUrl":"%s","versions":["2","3"],"clientId":"us","clientSecret":"between us"}
            """
                .formatted(host),
            customer.token());
    assertThat(connected.statusCode()).as(connected.body()).isEqualTo(201);
  }

  private void grant() throws Exception {
    owner.publish(Footprints.grantUntil(Footprints.LATER, customer.id(), product, FIGURES));
  }

  private HttpResponse<String> request(String asked) throws Exception {
    return post("{\"productId\":[\"%s\"]}".formatted(asked));
  }

  private HttpResponse<String> post(String data) throws Exception {
    return exchange.post(
        "/3/events",
        "application/cloudevents+json",
        event("org.wbcsd.pact.ProductFootprint.RequestCreatedEvent.3", data),
        customer.token());
  }

  private String event(String type, String data) {
    return """
    {"type":"%s","specversion":"1.0","id":"%s","source":"//carmaker.example/3/events",
     "time":"2026-01-31T00:00:00Z","data":%s}
    """
        .formatted(type, eventId, data);
  }

  private HttpResponse<String> fulfil(String request, String footprint) throws Exception {
    return exchange.post(
        "/v1/requests/" + request + "/fulfilment",
        "application/json",
        "{\"footprints\":[\"%s\"]}".formatted(footprint),
        owner.token());
  }

  private HttpResponse<String> reject(Participant by, String request) throws Exception {
    return exchange.post(
        "/v1/requests/" + request + "/rejection",
        "application/json",
        "{\"message\":\"We do not make it any more.\"}",
        by.token());
  }

  private void awaitState(String state) {
    await().atMost(SOON).until(() -> stateSent().equals(state));
  }

  private String stateSent() throws Exception {
    for (JsonNode request : Exchange.json(customer.get("/v1/requests/sent")).path("requests")) {
      if (request.path("eventId").stringValue().equals(eventId)) {
        return request.path("state").stringValue();
      }
    }
    return "unknown";
  }

  private String awaitPending(Participant of) {
    return await().atMost(SOON).until(() -> pending(of), ids -> !ids.isEmpty()).getFirst();
  }

  private static List<String> pending(Participant of) throws Exception {
    List<String> ids = new ArrayList<>();
    for (JsonNode request : Exchange.json(of.get("/v1/requests?state=pending")).path("requests")) {
      ids.add(request.path("request").stringValue());
    }
    return ids;
  }
}
