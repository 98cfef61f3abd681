package io.tanlian.exchange.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.exchange.outbound.OutboundAnswer;
import io.tanlian.exchange.outbound.OutboundAnswer.Answered;
import io.tanlian.exchange.outbound.OutboundCall;
import io.tanlian.exchange.outbound.OutboundClient;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Asks a host for an access token: client credentials by HTTP Basic (RFC 6749 section 4.4). */
final class TokenRequest {
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final String DEFAULT_ENDPOINT = "/auth/token";
  private static final Duration LIFE_DEFAULT = Duration.ofMinutes(5);
  private static final Duration LIFE_MAX = Duration.ofHours(24);

  /** RFC 6750 section 2.1. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,8000}=*");

  private final OutboundClient http;

  TokenRequest(OutboundClient http) {
    this.http = http;
  }

  /** What the host answered. */
  sealed interface Answer {
    record Issued(String token, Duration life) implements Answer {
      @Override
      public String toString() {
        return "Issued[" + life + "]";
      }
    }

    record Denied(String words) implements Answer {}
  }

  Answer send(Connection connection, String secret) {
    URI endpoint = connection.tokenEndpoint().orElseGet(() -> discovered(connection));
    Answer answer = new Answer.Denied("no spelling of the credentials was tried");
    for (String credentials : spellings(connection.clientId(), secret)) {
      OutboundAnswer given = post(endpoint, credentials);
      answer = read(given);
      if (!(given instanceof Answered said && (said.status() == 400 || said.status() == 401))) {
        return answer;
      }
    }
    return answer;
  }

  private OutboundAnswer post(URI endpoint, String credentials) {
    return http.send(
        OutboundCall.post(
            endpoint,
            Map.of(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)),
                "Accept",
                "application/json"),
            new OutboundCall.Body(
                "application/x-www-form-urlencoded",
                "grant_type=client_credentials".getBytes(UTF_8))));
  }

  /** As RFC 6749 section 2.3.1 writes them; and as they are, for hosts that do not decode them. */
  private static Set<String> spellings(String clientId, String secret) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(URLEncoder.encode(clientId, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8));
    spellings.add(clientId + ":" + secret);
    return spellings;
  }

  /** Only at the host itself: elsewhere the credentials go where they were registered to go. */
  private URI discovered(Connection connection) {
    URI standard = URI.create(connection.baseUrl() + DEFAULT_ENDPOINT);
    OutboundAnswer answer =
        http.send(
            OutboundCall.get(
                URI.create(connection.baseUrl() + DISCOVERY),
                Map.of("Accept", "application/json")));
    return switch (answer) {
      case Answered said when said.status() == 200 ->
          json(said)
              .flatMap(json -> text(json, "token_endpoint"))
              .flatMap(TokenRequest::url)
              .filter(connection::isAt)
              .orElse(standard);
      default -> standard;
    };
  }

  private static Answer read(OutboundAnswer answer) {
    return switch (answer) {
      case Answered said when said.status() == 200 ->
          json(said)
              .flatMap(TokenRequest::issued)
              .orElseGet(
                  () -> new Answer.Denied("the token endpoint's answer holds no bearer token"));
      case Answered said ->
          new Answer.Denied("the token endpoint answered with status " + said.status());
      case OutboundAnswer.Failed(String words) -> new Answer.Denied("token endpoint: " + words);
      case OutboundAnswer.Refused(String words) -> new Answer.Denied("token endpoint: " + words);
    };
  }

  private static Optional<Answer> issued(JsonNode json) {
    Duration life =
        json.path("expires_in").isIntegralNumber()
            ? Duration.ofSeconds(
                Math.clamp(json.path("expires_in").longValue(), 0, LIFE_MAX.toSeconds()))
            : LIFE_DEFAULT;
    return text(json, "access_token")
        .filter(token -> TOKEN.matcher(token).matches())
        .map(token -> new Answer.Issued(token, life));
  }

  private static Optional<JsonNode> json(Answered said) {
    return StrictJson.parse(said.body()) instanceof Outcome.Accepted<JsonNode>(JsonNode json)
        ? Optional.of(json)
        : Optional.empty();
  }

  private static Optional<String> text(JsonNode json, String name) {
    return json.path(name).isString()
        ? Optional.of(json.path(name).stringValue())
        : Optional.empty();
  }

  private static Optional<URI> url(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
