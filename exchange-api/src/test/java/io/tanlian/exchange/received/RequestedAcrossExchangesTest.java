package io.tanlian.exchange.received;

import static io.tanlian.exchange.received.OtherExchange.connect;
import static io.tanlian.exchange.received.OtherExchange.fetch;
import static io.tanlian.exchange.received.OtherExchange.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanlian.contracts.statement.Claim;
import io.tanlian.exchange.outbound.NetworkLink;
import io.tanlian.exchange.serve.Declarations;
import io.tanlian.exchange.serve.NodeUnderTest;
import io.tanlian.exchange.serve.NodeUnderTest.Company;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two exchanges of ours over TLS, with a network between them that breaks: a customer of one asks a
 * supplier of the other, which fulfils, publishes and is fetched from.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestedAcrossExchangesTest {
  private static final Duration IN_TIME = Duration.ofSeconds(60);
  private static final Duration LONGER_THAN_ANY_PAUSE = Duration.ofHours(2);

  @TempDir private static Path supplySide;
  @TempDir private static Path demandSide;

  private NetworkLink toSupply;
  private NetworkLink toDemand;
  private NodeUnderTest supply;
  private NodeUnderTest demand;
  private Company supplier;
  private Company guest;
  private Company customer;
  private String connection;

  @BeforeAll
  void start() throws Exception {
    int supplyPort = NodeUnderTest.freePort();
    int demandPort = NodeUnderTest.freePort();
    toSupply = NetworkLink.to(supplyPort);
    toDemand = NetworkLink.to(demandPort);
    String supplyTls = NodeUnderTest.tlsFingerprintOf(supplySide);
    String demandTls = NodeUnderTest.tlsFingerprintOf(demandSide);
    supply =
        NodeUnderTest.start(
            supplySide, supplyPort, url(toSupply), rules(toDemand.port(), demandTls));
    demand =
        NodeUnderTest.start(
            demandSide, demandPort, url(toDemand), rules(toSupply.port(), supplyTls));
  }

  @AfterAll
  void stop() throws Exception {
    demand.close();
    supply.close();
    toDemand.close();
    toSupply.close();
  }

  @BeforeEach
  void two_companies_that_know_each_other() throws Exception {
    toSupply.mend();
    toDemand.mend();
    supplier = supply.newCompany();
    guest = supply.newCompany();
    customer = demand.newCompany();
    connect(guest, url(toDemand), demand.newClient(customer), ",\"wantsPublished\":true");
    connection = connect(customer, url(toSupply), supply.newClient(guest), "");
  }

  @Test
  void what_is_asked_while_the_network_is_cut_is_fulfilled_once_when_it_is_back() throws Exception {
    String product = Declarations.newProduct();
    Claim footprint = Declarations.of(supplier.id(), product);
    supplier.publish(footprint);
    toSupply.cut();

    UUID id = UUID.randomUUID();
    JsonNode asked = ask(id, product);
    assertThat(asked.path("delivery").stringValue()).isEqualTo("pending");
    await().atMost(IN_TIME).until(() -> request(id).has("lastAnswer"));
    assertThat(inbox(supplier)).isEmpty();

    toSupply.mend();
    demand.clock().forward(LONGER_THAN_ANY_PAUSE);
    await().atMost(IN_TIME).until(() -> inbox(supplier).size() == 1);
    await()
        .atMost(IN_TIME)
        .until(() -> request(id).path("delivery").stringValue().equals("delivered"));
    assertThat(ask(id, product).path("delivery").stringValue()).isEqualTo("delivered");

    // Consent fulfils the request, and the answer breaks on its way.
    toDemand.cutAfter(5_000);
    int cutsBefore = toDemand.cuts();
    supplier.publish(Declarations.grant(guest.id(), product));
    await().atMost(IN_TIME).until(() -> toDemand.cuts() > cutsBefore);
    toDemand.mend();
    supply.clock().forward(LONGER_THAN_ANY_PAUSE);
    await().atMost(IN_TIME).until(() -> request(id).has("answer"));

    assertThat(request(id).at("/answer/outcome").stringValue()).isEqualTo("fulfilled");
    assertThat(received()).containsExactly(Declarations.idOf(footprint));
    assertThat(fetch(customer, connection).path("known").intValue()).isEqualTo(1);
    assertThat(received()).hasSize(1);
  }

  @Test
  void what_is_published_is_fetched_though_the_list_breaks_off() throws Exception {
    String product = Declarations.newProduct();
    supplier.publish(Declarations.grant(guest.id(), product));
    Claim footprint = Declarations.of(supplier.id(), product);
    toSupply.cutAfter(3_000);
    int cutsBefore = toSupply.cuts();
    supplier.publish(footprint);

    await().atMost(IN_TIME).until(() -> toSupply.cuts() > cutsBefore);
    toSupply.mend();
    JsonNode fetched = fetch(customer, connection);

    assertThat(fetched.path("ended").isMissingNode()).as(fetched.toString()).isTrue();
    assertThat(received()).containsExactly(Declarations.idOf(footprint));
  }

  @Test
  void a_request_for_what_nobody_has_is_rejected_in_words() throws Exception {
    UUID id = UUID.randomUUID();
    ask(id, "urn:nobody:makes:this");

    await().atMost(IN_TIME).until(() -> request(id).has("answer"));

    assertThat(request(id).at("/answer/outcome").stringValue()).isEqualTo("rejected");
    assertThat(request(id).at("/answer/words").stringValue()).isNotBlank();
  }

  @Test
  void a_request_says_what_it_wants_and_keeps_its_id_for_itself() throws Exception {
    UUID id = UUID.randomUUID();
    ask(id, "urn:nobody:makes:this");

    HttpResponse<String> other = put(customer, id, "{\"productId\":[\"urn:another:one\"]}");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(NodeUnderTest.json(other).path("code").stringValue()).isEqualTo("request.exists");
    assertThat(put(customer, UUID.randomUUID(), "{}").statusCode()).isEqualTo(400);
    assertThat(put(customer, UUID.randomUUID(), "{\"productId\":7}").statusCode()).isEqualTo(422);
    assertThat(put(demand.newCompany(), UUID.randomUUID(), "{}").statusCode()).isEqualTo(404);
    assertThat(demand.newCompany().get(path("")).statusCode()).isEqualTo(404);
  }

  @Test
  void a_request_cannot_have_the_id_of_another_delivery() throws Exception {
    String product = Declarations.newProduct();
    supplier.publish(Declarations.grant(guest.id(), product));
    supplier.publish(Declarations.of(supplier.id(), product));
    JsonNode delivery =
        await()
            .atMost(IN_TIME)
            .until(
                () -> NodeUnderTest.json(guest.get("/v1/deliveries")).at("/deliveries/0"),
                one -> !one.isMissingNode());

    HttpResponse<String> refused =
        guest.put(
            "/v1/connections/%s/requests/%s"
                .formatted(
                    delivery.path("connection").stringValue(), delivery.path("id").stringValue()),
            "{\"productId\":[\"urn:x:1\"]}");

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
  }

  private JsonNode ask(UUID id, String product) throws Exception {
    HttpResponse<String> answer =
        put(customer, id, "{\"productId\":[\"%s\"],\"comment\":\"For 2026\"}".formatted(product));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return NodeUnderTest.json(answer);
  }

  private HttpResponse<String> put(Company company, UUID id, String body) throws Exception {
    return company.put(path("/" + id), body);
  }

  private String path(String more) {
    return "/v1/connections/" + connection + "/requests" + more;
  }

  /** As the list of requests has it. */
  private JsonNode request(UUID id) throws Exception {
    return NodeUnderTest.json(customer.get(path("")))
        .path("requests")
        .valueStream()
        .filter(one -> one.path("id").stringValue().equals(id.toString()))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> inbox(Company owner) throws Exception {
    return NodeUnderTest.json(owner.get("/v1/requests?state=pending"))
        .path("requests")
        .valueStream()
        .toList();
  }

  private List<String> received() throws Exception {
    return NodeUnderTest.json(customer.get("/v1/received"))
        .path("received")
        .valueStream()
        .map(one -> one.path("footprint").stringValue())
        .toList();
  }

  private static URI url(NetworkLink link) {
    return URI.create("https://localhost:" + link.port());
  }
}
