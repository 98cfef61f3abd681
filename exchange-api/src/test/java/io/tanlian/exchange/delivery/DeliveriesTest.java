package io.tanlian.exchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.withdrawal.Withdrawal;
import io.tanlian.exchange.connection.PactHost;
import io.tanlian.exchange.outbound.ForeignHost;
import io.tanlian.exchange.outbound.ForeignHost.Behaviour;
import io.tanlian.exchange.outbound.ForeignHost.Received;
import io.tanlian.exchange.serve.Declarations;
import io.tanlian.exchange.serve.NodeUnderTest;
import io.tanlian.exchange.serve.NodeUnderTest.Company;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole node tells a customer's host of new footprints, whatever that host does. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveriesTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration A_ROUND = Duration.ofMillis(1_500);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Behaviour TAKES = (_, exchange) -> ForeignHost.answer(exchange, 200, "");

  @TempDir private static Path data;

  private final CountDownLatch testsAreOver = new CountDownLatch(1);
  private PactHost host;
  private NodeUnderTest node;
  private Company supplier;
  private Company customer;
  private String connection;
  private int before;

  @BeforeAll
  void start() throws Exception {
    host = PactHost.start(TAKES);
    node = NodeUnderTest.start(data, host.rules());
  }

  @AfterAll
  void stop() {
    testsAreOver.countDown();
    node.close();
    host.close();
  }

  @BeforeEach
  void a_supplier_and_a_customer_who_wants_to_hear() throws Exception {
    host.behave(TAKES);
    supplier = node.newCompany();
    customer = node.newCompany();
    HttpResponse<String> added =
        customer.post("/v1/connections", host.registration(",\"wantsPublished\":true"));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    connection = NodeUnderTest.json(added).path("id").stringValue();
    before = events().size();
  }

  @AfterEach
  void nothing_is_left_for_the_next_test() throws Exception {
    customer.delete("/v1/connections/" + connection);
  }

  @Test
  void a_declaration_under_a_grant_is_told_with_its_id_only() throws Exception {
    String product = Declarations.newProduct();
    supplier.publish(Declarations.grant(customer.id(), product));
    Claim declaration = Declarations.of(supplier.id(), product);
    StatementId statement = supplier.publish(declaration);

    JsonNode delivery = one("delivered");

    Received event = newEvents().getFirst();
    assertThat(event.header("Content-type")).isEqualTo("application/cloudevents+json");
    JsonNode body = JSON.readTree(event.body());
    assertThat(body.path("type").stringValue())
        .isEqualTo("org.wbcsd.pact.ProductFootprint.PublishedEvent.3");
    assertThat(body.path("id").stringValue()).isEqualTo(delivery.path("id").stringValue());
    assertThat(body.path("source").stringValue()).isEqualTo(node.url() + "/3/events");
    assertThat(body.at("/data/pfIds").valueStream().map(JsonNode::stringValue))
        .containsExactly(Declarations.idOf(declaration));
    assertThat(event.body()).doesNotContain("2.25");
    assertThat(delivery.path("statements").valueStream().map(JsonNode::stringValue))
        .containsExactly(statement.value());
    assertThat(delivery.path("attempts").intValue()).isEqualTo(1);
  }

  @Test
  void a_grant_tells_of_what_was_declared_before_and_nobody_else_hears() throws Exception {
    String product = Declarations.newProduct();
    Claim declaration = Declarations.of(supplier.id(), product);
    supplier.publish(declaration);
    supplier.publish(Declarations.of(supplier.id(), Declarations.newProduct()));
    supplier.publish(Declarations.grant(customer.id(), product));

    one("delivered");

    assertThat(newEvents()).hasSize(1);
    assertThat(newEvents().getFirst().body()).contains(Declarations.idOf(declaration));
    Company stranger = node.newCompany();
    assertThat(deliveries(stranger)).isEmpty();
    assertThat(deliveries(supplier)).hasSize(1);
    assertThat(deliveries(node.operator())).hasSizeGreaterThanOrEqualTo(1);
  }

  @Test
  void failures_are_tried_again_with_the_same_id_until_the_host_takes_it() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    host.behave((request, exchange) -> {
      switch (calls.incrementAndGet()) {
        case 1 -> ForeignHost.answer(exchange, 500, "down");
        case 2 -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write(new byte[10]);
        }
        case 3 -> {
          exchange.getResponseHeaders().add("Location", "https://169.254.169.254/");
          ForeignHost.answer(exchange, 302, "");
        }
        case 4 -> ForeignHost.answer(exchange, 429, "slowly");
        case 5 -> ForeignHost.answer(exchange, 403, "not yet");
        default -> TAKES.answer(request, exchange);
      }
    });
    tellOfOne();
    List<String> words = new ArrayList<>();
    for (int failed = 1; failed <= 5; failed++) {
      words.add(waiting(failed).path("lastAnswer").stringValue());
      node.clock().forward(Backoff.LONGEST);
    }

    JsonNode delivered = one("delivered");

    assertThat(delivered.path("attempts").intValue()).isEqualTo(6);
    assertThat(newEvents().stream().map(Received::body).distinct()).hasSize(1);
    assertThat(words.getFirst()).isEqualTo("it answered with status 500: down");
    assertThat(words.get(2)).contains("302");
    assertThat(words.get(4)).isEqualTo("it answered with status 403: not yet");
  }

  @Test
  void a_token_that_the_host_ended_is_replaced_within_the_attempt() throws Exception {
    tellOfOne();
    one("delivered");
    host.endTokens();

    tellOfOne();

    await().atMost(SOON).until(() -> deliveries(customer, "delivered").size() == 2);
    assertThat(deliveries(customer).getFirst().path("attempts").intValue()).isEqualTo(1);
  }

  @Test
  void a_host_that_is_asked_to_be_left_alone_is() throws Exception {
    host.behave((_, exchange) -> {
      exchange.getResponseHeaders().add("Retry-After", "7200");
      ForeignHost.answer(exchange, 503, "");
    });
    tellOfOne();
    waiting(1);

    node.clock().forward(Duration.ofMinutes(110));
    nothingMoreComes(1);
    host.behave(TAKES);
    node.clock().forward(Duration.ofMinutes(15));
    one("delivered");
  }

  @Test
  void a_refusal_for_good_ends_it_with_the_hosts_words_and_the_next_goes_on() throws Exception {
    host.behave((_, exchange) ->
        ForeignHost.answer(exchange, 400, "{\"code\":\"BadRequest\",\"message\":\"no pfIds\"}"));
    tellOfOne();
    JsonNode dead = one("dead");
    assertThat(dead.path("lastAnswer").stringValue()).contains("400", "no pfIds");
    assertThat(dead.path("attempts").intValue()).isEqualTo(1);

    host.behave(TAKES);
    tellOfOne();
    one("delivered");
  }

  @Test
  void after_seventy_two_hours_it_is_given_up_and_can_be_sent_again_by_hand() throws Exception {
    host.behave((_, exchange) -> ForeignHost.answer(exchange, 500, "down"));
    tellOfOne();
    waiting(1);
    node.clock().forward(Duration.ofHours(71));
    waiting(2);
    node.clock().forward(Duration.ofHours(1));
    JsonNode dead = one("dead");
    assertThat(dead.path("lastAnswer").stringValue()).contains("given up after 72 hours", "down");
    String id = dead.path("id").stringValue();

    assertThat(node.newCompany().post("/v1/deliveries/" + id + "/redelivery", "").statusCode())
        .isEqualTo(404);
    host.behave(TAKES);
    assertThat(supplier.post("/v1/deliveries/" + id + "/redelivery", "").statusCode())
        .isEqualTo(200);
    assertThat(one("delivered").path("id").stringValue()).isEqualTo(id);
    assertThat(newEvents().stream().map(Received::body).distinct()).hasSize(1);
  }

  @Test
  void the_order_is_kept_over_failures_and_other_hosts_do_not_wait() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    host.behave((request, exchange) -> {
      if (calls.incrementAndGet() <= 2) {
        ForeignHost.answer(exchange, 503, "");
      } else {
        TAKES.answer(request, exchange);
      }
    });
    List<String> footprints = new ArrayList<>();
    String product = Declarations.newProduct();
    supplier.publish(Declarations.grant(customer.id(), product));
    for (int i = 0; i < 5; i++) {
      Claim declaration = Declarations.of(supplier.id(), product);
      supplier.publish(declaration);
      footprints.add(Declarations.idOf(declaration));
    }
    await().atMost(SOON).until(() -> deliveries(customer).size() == 5);
    waitingHead(1);
    assertThat(newEvents()).hasSize(1);

    try (PactHost otherHost = PactHost.start(TAKES)) {
      // Another host may not be called here, and its failure holds nobody up either.
      Company other = node.newCompany();
      other.post("/v1/connections", otherHost.registration(",\"wantsPublished\":true"));
      supplier.publish(Declarations.grant(other.id(), product));
      node.clock().forward(Backoff.LONGEST);
      waitingHead(2);
      node.clock().forward(Backoff.LONGEST);
      await().atMost(SOON).until(() -> deliveries(customer, "delivered").size() == 5);
      assertThat(deliveries(other).getFirst().path("lastAnswer").stringValue())
          .contains("not public");
    }

    assertThat(
            newEvents().stream()
                .map(event -> JSON.readTree(event.body()).at("/data/pfIds/0").stringValue())
                .distinct())
        .containsExactlyElementsOf(footprints);
  }

  @Test
  void what_the_recipient_may_no_longer_see_is_not_told() throws Exception {
    host.behave((_, exchange) -> ForeignHost.answer(exchange, 503, ""));
    String product = Declarations.newProduct();
    StatementId grant = supplier.publish(Declarations.grant(customer.id(), product));
    supplier.publish(Declarations.of(supplier.id(), product));
    waiting(1);
    supplier.publish(new Claim.Withdrawn(new Withdrawal(grant, "The contract ended")));
    host.behave(TAKES);
    node.clock().forward(Backoff.LONGEST);

    assertThat(one("withdrawn").path("lastAnswer").stringValue()).contains("no longer see");
    assertThat(newEvents()).hasSize(1);
  }

  @Test
  void a_sender_that_was_killed_is_followed_by_another_with_the_same_event() throws Exception {
    CountDownLatch claimed = new CountDownLatch(1);
    host.behave((_, exchange) -> {
      claimed.countDown();
      ForeignHost.answer(exchange, 503, "");
    });
    tellOfOne();
    claimed.await();
    waiting(1);
    host.behave(TAKES);
    Deliveries deliveries = node.part(Deliveries.class);
    UUID id = UUID.fromString(deliveries(customer).getFirst().path("id").stringValue());
    // As a sender on another node does, which then dies without a word.
    List<Delivery> lost =
        deliveries.claim(100, node.clock().instant().plus(Backoff.LONGEST), SendingRounds.LEASE);
    assertThat(lost.stream().map(Delivery::id)).containsExactly(id);

    node.clock().forward(Backoff.LONGEST);
    nothingMoreComes(1);
    node.clock().forward(SendingRounds.LEASE);
    one("delivered");
    assertThat(newEvents().stream().map(Received::body).distinct()).hasSize(1);

    // It was not dead but slow: what it says now is too late to count.
    deliveries.settle(
        lost.getFirst(), DeliveryState.DEAD, node.clock().instant(), "x", node.clock().instant());
    assertThat(one("delivered").path("id").stringValue()).isEqualTo(id.toString());
  }

  @Test
  void what_waits_for_a_connection_that_is_removed_ends() throws Exception {
    host.behave((_, exchange) -> ForeignHost.answer(exchange, 503, ""));
    tellOfOne();
    String id = waiting(1).path("id").stringValue();

    customer.delete("/v1/connections/" + connection);

    assertThat(one("withdrawn").path("lastAnswer").stringValue()).contains("removed");
    assertThat(customer.post("/v1/deliveries/" + id + "/redelivery", "").statusCode())
        .isEqualTo(400);
  }

  @Test
  void pages_go_back_in_time_and_a_state_filters() throws Exception {
    for (int i = 0; i < 3; i++) {
      tellOfOne();
    }
    await().atMost(SOON).until(() -> deliveries(customer, "delivered").size() == 3);

    JsonNode first = NodeUnderTest.json(customer.get("/v1/deliveries?limit=2&state=delivered"));
    JsonNode second = NodeUnderTest.json(customer.get(first.path("next").stringValue()));

    assertThat(first.path("deliveries").size()).isEqualTo(2);
    assertThat(second.path("deliveries").size()).isEqualTo(1);
    assertThat(second.path("next").isMissingNode()).isTrue();
    assertThat(deliveries(customer, "dead")).isEmpty();
    assertThat(customer.get("/v1/deliveries?state=lost").statusCode()).isEqualTo(400);
    assertThat(customer.get("/v1/deliveries?limit=0").statusCode()).isEqualTo(400);
  }

  @Test
  void a_request_for_what_is_granted_is_answered_with_the_footprint_as_it_is_then()
      throws Exception {
    String product = Declarations.newProduct();
    Claim declaration = Declarations.of(supplier.id(), product);
    supplier.publish(Declarations.grant(customer.id(), product));
    supplier.publish(declaration);
    one("delivered");

    request("request-1", host.host().url().toString(), product);
    request("request-1", host.host().url().toString(), product);
    await().atMost(SOON).until(() -> deliveries(customer, "delivered").size() == 2);

    JsonNode event = JSON.readTree(newEvents().getLast().body());
    assertThat(event.path("type").stringValue())
        .isEqualTo("org.wbcsd.pact.ProductFootprint.RequestFulfilledEvent.3");
    assertThat(event.at("/data/requestEventId").stringValue()).isEqualTo("request-1");
    assertThat(event.at("/data/pfs/0/id").stringValue()).isEqualTo(Declarations.idOf(declaration));
    assertThat(event.at("/data/pfs/0/pcf/fossilGhgEmissions").stringValue()).isEqualTo("2.25");
    assertThat(newEvents()).hasSize(2);
  }

  @Test
  void a_request_for_what_nobody_has_is_rejected_once() throws Exception {
    request("request-2", "//localhost:" + host.host().port(), Declarations.newProduct());

    one("delivered");

    JsonNode event = JSON.readTree(newEvents().getFirst().body());
    assertThat(event.path("type").stringValue())
        .isEqualTo("org.wbcsd.pact.ProductFootprint.RequestRejectedEvent.3");
    assertThat(event.at("/data/requestEventId").stringValue()).isEqualTo("request-2");
    assertThat(event.at("/data/error/code").stringValue()).isEqualTo("NotFound");
  }

  private void request(String id, String source, String product) throws Exception {
    HttpResponse<String> answer =
        customer.post(
            "/3/events",
            """
            {"type": "org.wbcsd.pact.ProductFootprint.RequestCreatedEvent.3",
             "specversion": "1.0", "id": "%s", "source": "%s", "time": "2026-11-22T10:00:00Z",
             "data": {"productId": ["%s"]}}
            """
                .formatted(id, source, product));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private void tellOfOne() {
    String product = Declarations.newProduct();
    supplier.publish(Declarations.grant(customer.id(), product));
    supplier.publish(Declarations.of(supplier.id(), product));
  }

  private List<Received> events() {
    return host.received("/3/events");
  }

  private List<Received> newEvents() {
    return events().subList(before, events().size());
  }

  /** The only delivery, once it is in this state. */
  private JsonNode one(String state) throws Exception {
    await().atMost(SOON).until(() -> deliveries(customer, state).size() == 1);
    return deliveries(customer, state).getFirst();
  }

  /** The only delivery, once so many attempts have failed. */
  private JsonNode waiting(int attempts) throws Exception {
    await().atMost(SOON).until(() -> !deliveries(customer).isEmpty());
    return waitingHead(attempts);
  }

  /** The oldest delivery, once so many attempts have failed. */
  private JsonNode waitingHead(int attempts) throws Exception {
    await()
        .atMost(SOON)
        .until(() -> {
          JsonNode head = deliveries(customer).getLast();
          return head.path("attempts").intValue() >= attempts
              && head.path("state").stringValue().equals("pending")
              && newEvents().size() >= attempts
              && isFree(head);
        });
    return deliveries(customer).getLast();
  }

  private boolean isFree(JsonNode delivery) {
    return node.part(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("SELECT lease_until IS NULL FROM exchange.delivery WHERE id = ?::uuid")
        .param(delivery.path("id").stringValue())
        .query(Boolean.class)
        .single();
  }

  private List<JsonNode> deliveries(Company company, String state) {
    return deliveries(company).stream()
        .filter(delivery -> delivery.path("state").stringValue().equals(state))
        .toList();
  }

  private List<JsonNode> deliveries(Company company) {
    try {
      HttpResponse<String> answer = company.get("/v1/deliveries");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return NodeUnderTest.json(answer).path("deliveries").valueStream().toList();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** For longer than a round of sending takes. */
  private void nothingMoreComes(int events) {
    await().during(A_ROUND).atMost(SOON).until(() -> newEvents().size() == events);
  }
}
