package io.tanlian.cli.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.tanlian.cli.exchange.ClientLogin;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ServerAddress;
import io.tanlian.cli.exchange.TlsFingerprint;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.tlog.TilePath;
import io.tanlian.tlog.note.VerifierKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An exchange in this process over real HTTPS, with the native API's shapes. It judges nothing; a
 * test may put other answers in front of its own.
 */
public final class TestExchange implements AutoCloseable {
  public static final String ORIGIN = "exchange.example/log";
  public static final String SECRET = "a-secret-nobody-may-print";
  public static final ParticipantId OPERATOR = ParticipantId.parse("did:web:exchange.example");

  /** An answer; a status of 0 breaks the connection instead. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Canned(int status, Map<String, String> headers, byte[] body) {
    public static final Canned BROKEN_CONNECTION = new Canned(0, Map.of(), new byte[0]);

    public static Canned json(int status, String body) {
      return new Canned(status, Map.of(), body.getBytes(UTF_8));
    }

    public static Canned busy(String retryAfter) {
      return new Canned(503, Map.of("Retry-After", retryAfter), new byte[0]);
    }
  }

  private final TestCertificate certificate = TestCertificate.make();
  private final TestLog log = new TestLog();
  private final HttpsServer server;
  private final Map<String, Deque<Canned>> canned = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile String lastQuery = "";
  private long tokenSeconds = 3600;
  private int tokens;

  public TestExchange() {
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
    server.createContext("/", this::handle);
    server.start();
  }

  public ServerAddress address() {
    return ServerAddress.parse("https://127.0.0.1:" + server.getAddress().getPort());
  }

  public TlsFingerprint fingerprint() {
    return certificate.fingerprint();
  }

  public ClientLogin login() {
    return new ClientLogin("test-client", SECRET);
  }

  public VerifierKey logKey() {
    return log.key();
  }

  public Credentials credentials() {
    return new Credentials(
        address(),
        Optional.of(fingerprint()),
        Optional.of(login()),
        Optional.of(logKey()),
        Optional.of(OPERATOR),
        Optional.of(Role.OPERATOR));
  }

  /** Answers the next request of this method and path with something else. */
  public void answerNext(String request, Canned answer) {
    canned.computeIfAbsent(request, key -> new ArrayDeque<>()).add(answer);
  }

  /** How often this method and path were asked for. */
  public long asked(String request) {
    return requests.stream().filter(request::equals).count();
  }

  /** The parameters of the last request, decoded. */
  public String lastQuery() {
    return lastQuery;
  }

  public int askedAtAll() {
    return requests.size();
  }

  public void letTokensLast(long seconds) {
    tokenSeconds = seconds;
  }

  /** Changes one byte of a stored entry behind everybody's back. */
  public void corrupt(int index) {
    log.corrupt(index);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String request = exchange.getRequestMethod() + " " + path;
    requests.add(request);
    lastQuery = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
    byte[] body = exchange.getRequestBody().readAllBytes();
    Canned instead = canned.getOrDefault(request, new ArrayDeque<>()).poll();
    Canned answer = instead != null ? instead : answer(request, path, body);
    if (answer.status() != 0) {
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
      if (answer.body().length > 0) {
        exchange.getResponseBody().write(answer.body());
      }
    }
    exchange.close();
  }

  private Canned answer(String request, String path, byte[] body) {
    return switch (request) {
      case "POST /auth/token" ->
          Canned.json(
              200,
              "{\"access_token\":\"token-%d\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                  .formatted(++tokens, tokenSeconds));
      case "POST /v1/statements" -> publish(new String(body, UTF_8));
      case "POST /v1/clients" ->
          Canned.json(201, "{\"clientId\":\"client-7\",\"clientSecret\":\"shown-once\"}");
      case "GET /checkpoint" -> new Canned(200, Map.of(), log.checkpoint());
      case "GET /v1/log" ->
          Canned.json(
              200,
              StrictJson.format(
                  object().put("origin", ORIGIN).put("verifierKey", logKey().format())));
      default ->
          path.startsWith("/tile/")
              ? tile(path)
              : path.startsWith("/v1/statements/")
                  ? statement(path.substring("/v1/statements/".length()))
                  : notFound();
    };
  }

  private Canned publish(String compact) {
    return switch (SignedStatement.parse(compact).then(this::held)) {
      case Outcome.Accepted<Canned>(Canned answer) -> answer;
      case Outcome.Refused<Canned>(List<Problem> problems) ->
          Canned.json(
              problems.getFirst().code().httpStatus(),
              StrictJson.format(
                  object()
                      .put("code", problems.getFirst().code().code())
                      .put("detail", problems.getFirst().detail())));
    };
  }

  private Outcome<Canned> held(SignedStatement signed) {
    return StatementReader.read(signed)
        .then(read -> {
          Optional<TestLog.Held> before = log.find(read.statement().id().value());
          return before
              .map(Outcome::accepted)
              .orElseGet(() -> log.append(signed))
              .map(held -> Canned.json(before.isPresent() ? 200 : 201, published(held)));
        });
  }

  private static String published(TestLog.Held held) {
    return StrictJson.format(
        object()
            .put("statement", held.read().statement().id().value())
            .put("index", held.index())
            .put("treeSize", held.treeSize())
            .put("receipt", held.receipt())
            .set("findings", JsonNodeFactory.instance.arrayNode()));
  }

  private Canned statement(String id) {
    return log.find(id)
        .map(held -> Canned.json(200, StrictJson.format(body(held))))
        .orElseGet(TestExchange::notFound);
  }

  /** What this exchange answers to who asks for a statement. */
  public ObjectNode statementBody(String id) {
    return body(log.find(id).orElseThrow());
  }

  private static ObjectNode body(TestLog.Held held) {
    ObjectNode body =
        object()
            .put("statement", held.read().statement().id().value())
            .put("index", held.index())
            .put("type", held.read().statement().type().wireName())
            .put("issuer", held.read().statement().issuer().value())
            .put("jwt", held.read().signed().jwt())
            .put("complete", true)
            .put("receipt", held.receipt());
    held.read().signed().disclosures().forEach(body.withArray("disclosures")::add);
    return body;
  }

  private Canned tile(String path) {
    return log.tile(TilePath.parse(path.substring(1)))
        .map(bytes -> new Canned(200, Map.of(), bytes))
        .orElseGet(TestExchange::notFound);
  }

  private static Canned notFound() {
    return Canned.json(404, "{\"status\":404,\"detail\":\"There is nothing here.\"}");
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
