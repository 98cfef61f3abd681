package io.tanlian.cli.exchange;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Gets an access token by client credentials (RFC 6749 section 4.4) and keeps it while it lasts.
 */
final class AccessTokens {
  /** A token this close to its end is not used any more: the request may take a while. */
  private static final Duration SPARE = Duration.ofSeconds(30);

  private static final int ANSWER_BYTES_MAX = 64 * 1024;
  private static final long LIFE_SECONDS_MAX = 24 * 3600;

  private final Transport transport;
  private final ClientLogin login;
  private @Nullable Token current;

  AccessTokens(Transport transport, ClientLogin login) {
    this.transport = transport;
    this.login = login;
  }

  /** A bearer token; never shown as text. */
  private record Token(String value, Instant usableUntil) {
    @Override
    public String toString() {
      return "Token[usableUntil=" + usableUntil + "]";
    }
  }

  /** A token that is good for a request from now. */
  synchronized Reply<String> get() {
    if (current != null && Instant.now().isBefore(current.usableUntil)) {
      return new Reply.Received<>(current.value);
    }
    return fetch();
  }

  /** A new token in place of one that the exchange did not accept. */
  synchronized Reply<String> insteadOf(String rejected) {
    if (current != null && current.value.equals(rejected)) {
      current = null;
    }
    return get();
  }

  private Reply<String> fetch() {
    HttpRequest request =
        transport
            .request("/auth/token")
            .header("Authorization", login.basic())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    return switch (transport.send(request, ANSWER_BYTES_MAX, true)) {
      case Exchanged.Response(int status, var headers, byte[] body) when status == 200 ->
          keep(body);
      case Exchanged.Response(int status, var headers, byte[] body)
          when status == 400 || status == 401 ->
          new Reply.Failed<>(
              "The exchange does not accept the client id "
                  + login.clientId()
                  + " with the secret given. Check the credentials file, or ask the operator for"
                  + " new ones.");
      case Exchanged.Response(int status, var headers, byte[] body) ->
          new Reply.Refused<>(ProblemDocument.read(status, body));
      case Exchanged.Lost(String why) -> new Reply.Failed<>(why);
      case Exchanged.Hopeless(String why) -> new Reply.Failed<>(why);
    };
  }

  private Reply<String> keep(byte[] body) {
    if (StrictJson.parse(body) instanceof Outcome.Accepted<JsonNode>(JsonNode answer)
        && answer.path("access_token").isString()
        && !answer.path("access_token").stringValue().isBlank()) {
      String value = answer.path("access_token").stringValue();
      long lifeSeconds = Math.clamp(answer.path("expires_in").asLong(0), 0, LIFE_SECONDS_MAX);
      current = new Token(value, Instant.now().plusSeconds(lifeSeconds).minus(SPARE));
      return new Reply.Received<>(value);
    }
    return new Reply.Failed<>("The exchange's answer to the request for a token holds no token.");
  }
}
