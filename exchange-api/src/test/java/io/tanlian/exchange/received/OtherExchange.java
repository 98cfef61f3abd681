package io.tanlian.exchange.received;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.exchange.access.Clients.IssuedClient;
import io.tanlian.exchange.outbound.HostPort;
import io.tanlian.exchange.outbound.OutboundRules;
import io.tanlian.exchange.serve.NodeUnderTest;
import io.tanlian.exchange.serve.NodeUnderTest.Company;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the companies of one exchange do with another of ours on this machine. */
final class OtherExchange {
  private OtherExchange() {}

  /** The other, by its port, may be called and has this certificate. */
  static OutboundRules rules(int port, String fingerprint) {
    HostPort there = new HostPort("localhost", port);
    return new OutboundRules(Set.of(there), Map.of(there, fingerprint));
  }

  /** The id of a company's new connection to it. */
  static String connect(Company company, URI host, IssuedClient client, String more)
      throws Exception {
    HttpResponse<String> added =
        company.post(
            "/v1/connections",
            "{\"baseUrl\":\"%s\",\"clientId\":\"%s\",\"clientSecret\":\"%s\"%s}"
                .formatted(host, client.clientId(), client.clientSecret(), more));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    return NodeUnderTest.json(added).path("id").stringValue();
  }

  static JsonNode fetch(Company company, String connection) throws Exception {
    HttpResponse<String> answer = company.post("/v1/connections/" + connection + "/fetch", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return NodeUnderTest.json(answer);
  }
}
