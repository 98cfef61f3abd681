package io.tanlian.cli.exchange;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.pact.PactVersion;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The PACT hosts that a participant exchanges with. */
public final class ConnectionRegistry {
  private static final String PATH = "/v1/connections";

  private final ExchangeClient exchange;

  ConnectionRegistry(ExchangeClient exchange) {
    this.exchange = exchange;
  }

  /** The base URLs of the caller's connections. */
  public Reply<List<URI>> baseUrls() {
    return exchange.getJson(
        PATH,
        body -> body.path("connections").valueStream().map(ConnectionRegistry::baseUrl).toList());
  }

  /**
   * Registers a host of the caller's, or of a supplier of its.
   *
   * @param baseUrl what comes before {@code /3/footprints}
   * @param login what the host gives tokens for
   * @param versions those it speaks
   */
  public Reply<URI> add(URI baseUrl, ClientLogin login, Collection<PactVersion> versions) {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("baseUrl", baseUrl.toString())
            .put("clientId", login.clientId())
            .put("clientSecret", login.clientSecret());
    versions.forEach(version -> body.withArray("versions").add(version.wireName()));
    return exchange.change(
        PATH,
        request ->
            request
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(StrictJson.format(body))),
        201,
        response -> ExchangeClient.json(response, ConnectionRegistry::baseUrl));
  }

  private static URI baseUrl(JsonNode connection) {
    return URI.create(JsonField.text(connection, "baseUrl"));
  }
}
