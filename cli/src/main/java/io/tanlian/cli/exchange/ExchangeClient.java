package io.tanlian.cli.exchange;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.tlog.TilePath;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * Talks to one exchange over HTTPS. Safe for use by many threads.
 *
 * <p>Nothing here checks what the exchange says: receipts, checkpoints and tiles are proved by
 * whoever asked for them, with a log key of their own.
 */
public final class ExchangeClient implements AutoCloseable {
  /** The longest JSON answer that is read. */
  public static final int jsonBytesMax = StrictJson.documentBytesMax;

  /** 256 entries of 65,535 bytes, each after its length. */
  public static final int bundleBytesMax = 256 * (2 + 65_535);

  /** A tile has 8,192 bytes, a checkpoint about 300; a refusal in their place may have more. */
  public static final int smallBytesMax = 256 * 1024;

  private final Transport transport;
  private final Optional<AccessTokens> tokens;

  private ExchangeClient(Transport transport, Optional<ClientLogin> login) {
    this.transport = transport;
    this.tokens = login.map(known -> new AccessTokens(transport, known));
  }

  /**
   * A client of the exchange at this address.
   *
   * @param pinned the fingerprint that its certificate must have; without one it must be trusted by
   *     an authority this machine knows
   * @param login what to sign in with; without one only public resources can be read
   */
  public static ExchangeClient connect(
      ServerAddress server, Optional<TlsFingerprint> pinned, Optional<ClientLogin> login) {
    return connect(server, pinned, login, RetryPolicy.DEFAULT, Thread::sleep);
  }

  static ExchangeClient connect(
      ServerAddress server,
      Optional<TlsFingerprint> pinned,
      Optional<ClientLogin> login,
      RetryPolicy policy,
      Transport.Pause pause) {
    return new ExchangeClient(new Transport(server, pinned, policy, pause), login);
  }

  /**
   * Publishes a statement. The exchange knows it by its id: to publish it again changes nothing.
   */
  public PublishOutcome postStatement(SignedStatement statement) {
    HttpRequest.Builder request =
        transport
            .request("/v1/statements")
            .header("Content-Type", "application/vc+sd-jwt")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(statement.format(), StandardCharsets.US_ASCII));
    return PublishOutcome.of(
        authorized(request, jsonBytesMax, true, Set.of(200, 201))
            .then(response ->
                json(response, body -> PublishOutcome.published(body, response.status() == 200))));
  }

  /** A statement with those of its disclosures that the caller may see. */
  public Reply<HeldStatement> statement(StatementId id) {
    return getJson("/v1/statements/" + encoded(id.value()), HeldStatement::read);
  }

  /**
   * The roll-up of a product's footprint, over what the caller may see.
   *
   * @param asOf the size of the ledger to compute it at; the newest if empty
   */
  public Reply<JsonNode> footprint(ProductId product, OptionalLong asOf) {
    return getJson(footprintPath(product, asOf), body -> body);
  }

  /** The same roll-up, read. */
  public Reply<RollUpAnswer> rollUp(ProductId product, OptionalLong asOf) {
    return getJson(footprintPath(product, asOf), RollUpAnswer::read);
  }

  /** The recycled content that a statement claims, and what it follows from. */
  public Reply<RecycledContentAnswer> recycledContent(StatementId claim) {
    return ask(MaterialQuery.content(claim, OptionalLong.empty()))
        .then(served -> new Reply.Received<>(served.answer()));
  }

  /** What the exchange answers to a question about material. */
  public <T> Reply<Served<T>> ask(MaterialQuery<T> query) {
    return getJson(query.target(), body -> new Served<>(body, query.read().apply(body)));
  }

  private static String footprintPath(ProductId product, OptionalLong asOf) {
    String query = asOf.isPresent() ? "?asOf=" + asOf.getAsLong() : "";
    return "/v1/products/" + encoded(product.value()) + "/footprint" + query;
  }

  /** The newest checkpoint: a signed note, not verified. Public. */
  public Reply<String> checkpoint() {
    return note("/checkpoint");
  }

  /** The newest checkpoint that enough witnesses cosigned, not verified. Public. */
  public Reply<String> witnessedCheckpoint() {
    return note("/checkpoint/witnessed");
  }

  private Reply<String> note(String path) {
    return publicly(get(path), smallBytesMax)
        .then(
            response -> new Reply.Received<>(new String(response.body(), StandardCharsets.UTF_8)));
  }

  /** A tile of hashes, not verified. */
  public Reply<byte[]> tile(TilePath.Hashes path) {
    return bytes(path, smallBytesMax);
  }

  /** A bundle of entries, not verified. */
  public Reply<byte[]> entryBundle(TilePath.Entries path) {
    return bytes(path, bundleBytesMax);
  }

  /** What the exchange says its log is called and signs with, for display: pin your own copy. */
  public Reply<LogIdentity> log() {
    return publicly(get("/v1/log"), jsonBytesMax)
        .then(response -> json(response, LogIdentity::read));
  }

  /** The names and secrets of programs. */
  public ClientRegistry clients() {
    return new ClientRegistry(this);
  }

  /** The PACT hosts that the caller exchanges with. */
  public ConnectionRegistry connections() {
    return new ConnectionRegistry(this);
  }

  /** A request that changes something, so it is not repeated where its answer was lost. */
  <T> Reply<T> change(
      String path,
      UnaryOperator<HttpRequest.Builder> change,
      int expected,
      Function<Exchanged.Response, Reply<T>> read) {
    return authorized(
            change.apply(transport.request(path).header("Accept", "application/json")),
            smallBytesMax,
            false,
            Set.of(expected))
        .then(read);
  }

  private Reply<byte[]> bytes(TilePath path, int bytesMax) {
    return authorized(get("/" + path.format()), bytesMax, true, Set.of(200))
        .then(response -> new Reply.Received<>(response.body()));
  }

  private HttpRequest.Builder get(String path) {
    return transport.request(path).GET();
  }

  <T> Reply<T> getJson(String path, Function<JsonNode, T> read) {
    return authorized(
            get(path).header("Accept", "application/json"), jsonBytesMax, true, Set.of(200))
        .then(response -> json(response, read));
  }

  private Reply<Exchanged.Response> publicly(HttpRequest.Builder request, int bytesMax) {
    return reply(transport.send(request.build(), bytesMax, true), Set.of(200));
  }

  private Reply<Exchanged.Response> authorized(
      HttpRequest.Builder request, int bytesMax, boolean repeatable, Set<Integer> expected) {
    if (tokens.isEmpty()) {
      return new Reply.Failed<>(
          "This needs a client id and secret: give the credentials file from the operator with"
              + " --credentials.");
    }
    return tokens
        .get()
        .get()
        .then(token -> {
          Exchanged came = transport.send(bearer(request, token), bytesMax, repeatable);
          if (came instanceof Exchanged.Response response && response.status() == 401) {
            return tokens
                .get()
                .insteadOf(token)
                .then(renewed ->
                    reply(
                        transport.send(bearer(request, renewed), bytesMax, repeatable), expected));
          }
          return reply(came, expected);
        });
  }

  private static HttpRequest bearer(HttpRequest.Builder request, String token) {
    return request.copy().setHeader("Authorization", "Bearer " + token).build();
  }

  private static Reply<Exchanged.Response> reply(Exchanged came, Set<Integer> expected) {
    return switch (came) {
      case Exchanged.Response response when expected.contains(response.status()) ->
          new Reply.Received<>(response);
      case Exchanged.Response response ->
          new Reply.Refused<>(ProblemDocument.read(response.status(), response.body()));
      case Exchanged.Lost(String why) -> new Reply.Failed<>(why);
      case Exchanged.Hopeless(String why) -> new Reply.Failed<>(why);
    };
  }

  static <T> Reply<T> json(Exchanged.Response response, Function<JsonNode, T> read) {
    return switch (StrictJson.parse(response.body())) {
      case Outcome.Accepted<JsonNode>(JsonNode body) -> {
        try {
          yield new Reply.Received<>(read.apply(body));
        } catch (IllegalArgumentException e) {
          yield new Reply.Failed<>("The exchange's answer cannot be used: " + e.getMessage());
        }
      }
      case Outcome.Refused<JsonNode>(var problems) ->
          new Reply.Failed<>(
              "The exchange's answer cannot be read: " + problems.getFirst().detail());
    };
  }

  static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%3A", ":");
  }

  @Override
  public void close() {
    transport.close();
  }
}
