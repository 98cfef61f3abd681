package io.tanlian.exchange.received;

import static io.tanlian.exchange.received.OtherExchange.connect;
import static io.tanlian.exchange.received.OtherExchange.fetch;
import static io.tanlian.exchange.received.OtherExchange.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanlian.contracts.statement.Claim;
import io.tanlian.exchange.access.Clients.IssuedClient;
import io.tanlian.exchange.outbound.OutboundRules;
import io.tanlian.exchange.serve.Declarations;
import io.tanlian.exchange.serve.NodeUnderTest;
import io.tanlian.exchange.serve.NodeUnderTest.Company;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two exchanges of ours, each with a certificate of its own making, over TLS. */
@Timeout(300)
class TwoExchangesTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private Path supplySide;
  @TempDir private Path demandSide;

  @Test
  void what_one_publishes_the_other_hears_of_and_fetches_though_it_was_away_meanwhile()
      throws Exception {
    int supplyPort = NodeUnderTest.freePort();
    int demandPort = NodeUnderTest.freePort();
    OutboundRules toSupply = rules(supplyPort, NodeUnderTest.tlsFingerprintOf(supplySide));
    OutboundRules toDemand = rules(demandPort, NodeUnderTest.tlsFingerprintOf(demandSide));
    String product = Declarations.newProduct();
    try (NodeUnderTest supply = NodeUnderTest.start(supplySide, supplyPort, toDemand)) {
      Company supplier = supply.newCompany();
      Company guest = supply.newCompany();
      IssuedClient atSupply = supply.newClient(guest);
      Claim first = Declarations.of(supplier.id(), product);
      String connection;
      try (NodeUnderTest demand = NodeUnderTest.start(demandSide, demandPort, toSupply)) {
        Company customer = demand.newCompany();
        connect(guest, demand.url(), demand.newClient(customer), ",\"wantsPublished\":true");
        connection = connect(customer, supply.url(), atSupply, "");
        supplier.publish(Declarations.grant(guest.id(), product));
        supplier.publish(first);
        awaitDelivered(guest, 1);

        assertThat(listed(fetch(customer, connection))).isEqualTo(1);
      }

      // The network is cut: the other exchange is not there.
      Claim second = Declarations.of(supplier.id(), product);
      supplier.publish(second);
      awaitFailure(guest);

      try (NodeUnderTest demand = NodeUnderTest.start(demandSide, demandPort, toSupply)) {
        supply.clock().forward(Duration.ofHours(1));
        awaitDelivered(guest, 2);
        Company customer = demand.knownCompany(1);
        assertThat(listed(fetch(customer, connection))).isEqualTo(2);
        assertThat(received(customer))
            .extracting(one -> one.path("footprint").stringValue())
            .containsExactly(Declarations.idOf(first), Declarations.idOf(second));
      }
    }
  }

  /** Those on the ledger now; the news may have had some of them fetched before. */
  private static int listed(JsonNode fetched) {
    return fetched.path("recorded").intValue() + fetched.path("known").intValue();
  }

  private static List<JsonNode> received(Company company) throws Exception {
    return NodeUnderTest.json(company.get("/v1/received")).path("received").valueStream().toList();
  }

  private static void awaitDelivered(Company company, int count) {
    await()
        .atMost(SOON)
        .until(() ->
            deliveries(company).stream()
                    .filter(one -> one.path("state").stringValue().equals("delivered"))
                    .count()
                == count);
  }

  private static void awaitFailure(Company company) {
    await()
        .atMost(SOON)
        .until(() ->
            deliveries(company).stream()
                .anyMatch(one ->
                    one.has("lastAnswer") && one.path("state").stringValue().equals("pending")));
  }

  private static List<JsonNode> deliveries(Company company) throws Exception {
    return NodeUnderTest.json(company.get("/v1/deliveries"))
        .path("deliveries")
        .valueStream()
        .toList();
  }
}
