package io.tanlian.example.pact;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The conformance tool's own host: it gives a token to everybody and takes all events. */
final class ToolHost implements AutoCloseable {
  private static final String TOKEN = "token-of-the-tool";

  /** An event as it came. */
  record Event(String path, String contentType, JsonNode body) {}

  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  ToolHost() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestURI().getPath().equals("/auth/token")) {
        answer(
            exchange,
            authorization.startsWith("Basic ") ? 200 : 401,
            "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                .formatted(TOKEN));
      } else if (exchange.getRequestURI().getPath().endsWith("/events")) {
        boolean known = ("Bearer " + TOKEN).equals(authorization);
        if (known) {
          events.add(
              new Event(
                  exchange.getRequestURI().getPath(),
                  exchange.getRequestHeaders().getFirst("Content-Type"),
                  JsonMapper.shared().readTree(body)));
        }
        answer(exchange, known ? 200 : 401, "");
      } else {
        answer(exchange, 404, "");
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The events that answer a request. */
  List<Event> answersTo(String requestEventId) {
    return events.stream()
        .filter(
            event -> event.body().at("/data/requestEventId").asString("").equals(requestEventId))
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
