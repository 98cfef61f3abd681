package io.tanlian.exchange.connection;

import io.tanlian.exchange.outbound.OutboundAnswer;
import io.tanlian.exchange.outbound.OutboundAnswer.Answered;
import io.tanlian.exchange.outbound.OutboundCall;
import io.tanlian.exchange.outbound.OutboundClient;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Calls a connection's host with its access token, and no other host. */
@Component
public final class ConnectionClient {
  private static final int UNAUTHORIZED = 401;

  private final OutboundClient http;
  private final AccessTokens tokens;

  ConnectionClient(OutboundClient http, Connections connections, InstantSource clock) {
    this.http = http;
    this.tokens = new AccessTokens(connections, http, clock);
  }

  public OutboundAnswer get(Connection connection, URI url) {
    return send(connection, url, "GET", Optional.empty());
  }

  public OutboundAnswer post(Connection connection, URI url, OutboundCall.Body body) {
    return send(connection, url, "POST", Optional.of(body));
  }

  /** A token may have been ended before its time: then one more is tried. */
  private OutboundAnswer send(
      Connection connection, URI url, String method, Optional<OutboundCall.Body> body) {
    if (!connection.isAt(url)) {
      return new OutboundAnswer.Refused(
          "the host is not that of the connection, " + connection.baseUrl());
    }
    return switch (tokens.of(connection)) {
      case TokenOutcome.Denied(String words) -> noToken(words);
      case TokenOutcome.Granted(String token) -> {
        OutboundAnswer answer = http.send(call(method, url, token, body));
        yield answer instanceof Answered said && said.status() == UNAUTHORIZED
            ? again(connection, url, method, body, token, answer)
            : answer;
      }
    };
  }

  private OutboundAnswer again(
      Connection connection,
      URI url,
      String method,
      Optional<OutboundCall.Body> body,
      String refusedToken,
      OutboundAnswer first) {
    return switch (tokens.replacing(connection, refusedToken)) {
      case TokenOutcome.Denied(String words) -> noToken(words);
      case TokenOutcome.Granted(String token) ->
          token.equals(refusedToken) ? first : http.send(call(method, url, token, body));
    };
  }

  private static OutboundAnswer noToken(String words) {
    return new OutboundAnswer.Failed("no access token: " + words);
  }

  private static OutboundCall call(
      String method, URI url, String token, Optional<OutboundCall.Body> body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + token);
    headers.put("Accept", "application/json");
    return new OutboundCall(method, url, headers, body);
  }
}
