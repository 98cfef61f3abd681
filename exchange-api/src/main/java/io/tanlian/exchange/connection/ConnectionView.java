package io.tanlian.exchange.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tanlian.contracts.pact.PactVersion;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A connection as its participant sees it: all but the secret. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ConnectionView(
    String id,
    String baseUrl,
    List<String> versions,
    Optional<String> tokenEndpoint,
    String clientId,
    String credentialsSince,
    boolean wantsPublished,
    Optional<String> fetchEvery,
    Optional<FetchView> lastFetch) {

  static ConnectionView of(Connection connection) {
    return new ConnectionView(
        connection.id().toString(),
        connection.baseUrl().toString(),
        connection.versions().stream().map(PactVersion::wireName).sorted().toList(),
        connection.tokenEndpoint().map(URI::toString),
        connection.clientId(),
        connection.credentialsSince().toString(),
        connection.wantsPublished(),
        connection.fetchEvery().map(Duration::toString),
        connection.lastFetch().map(last -> new FetchView(last.at().toString(), last.words())));
  }

  record FetchView(String at, String words) {}

  record All(List<ConnectionView> connections) {}
}
