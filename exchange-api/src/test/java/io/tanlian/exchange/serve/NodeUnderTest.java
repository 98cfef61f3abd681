package io.tanlian.exchange.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.key.KeyEnrolled;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.key.SignatureAlgorithm;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.contracts.statement.StatementSigner;
import io.tanlian.exchange.Caller;
import io.tanlian.exchange.Node;
import io.tanlian.exchange.access.Clients;
import io.tanlian.exchange.access.RateSettings;
import io.tanlian.exchange.outbound.OutboundRules;
import io.tanlian.exchange.outbound.PinnedTls;
import io.tanlian.exchange.statement.Admission;
import io.tanlian.exchange.statement.AdmissionOutcome;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole node with its own PostgreSQL and HTTPS, whose clock can be put forward. */
public final class NodeUnderTest implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final AtomicInteger companies = new AtomicInteger();
  private final MovableClock clock = new MovableClock();
  private final ExchangeServer server;
  private final HttpClient http;

  private NodeUnderTest(
      Path data, int port, URI publicUrl, OutboundRules outbound, RateSettings rates)
      throws Exception {
    ServeSettings local = ServeSettings.local(data, port);
    this.server =
        ExchangeServer.start(
            new ServeSettings(
                local.data(),
                local.address(),
                local.port(),
                publicUrl,
                local.origin(),
                local.operator(),
                local.operatorName(),
                local.home(),
                local.database(),
                local.certificate(),
                local.witnesses(),
                local.nodeUrl(),
                outbound,
                rates),
            _ -> {},
            clock);
    this.http =
        HttpClient.newBuilder().sslContext(PinnedTls.context(server.tlsFingerprint())).build();
  }

  public static NodeUnderTest start(Path data, OutboundRules outbound) throws Exception {
    return start(data, freePort(), outbound);
  }

  /** A node at a port that was chosen before. */
  public static NodeUnderTest start(Path data, int port, OutboundRules outbound) throws Exception {
    return start(data, port, url(port), outbound);
  }

  /** A node that others reach by another address than its own companies. */
  public static NodeUnderTest start(Path data, int port, URI publicUrl, OutboundRules outbound)
      throws Exception {
    return new NodeUnderTest(data, port, publicUrl, outbound, RateSettings.DEFAULT);
  }

  /** A node that answers so many requests of one client. */
  public static NodeUnderTest start(Path data, RateSettings rates) throws Exception {
    int port = freePort();
    return new NodeUnderTest(data, port, url(port), OutboundRules.NONE, rates);
  }

  private static URI url(int port) {
    return URI.create("https://localhost:" + port);
  }

  /** The fingerprint of the certificate that a node with this directory has, or will have. */
  public static String tlsFingerprintOf(Path data) throws Exception {
    try (DataDirectory directory = DataDirectory.open(data)) {
      return Certificate.selfSigned(directory.secrets(), "localhost").fingerprint();
    }
  }

  public static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public <T> T part(Class<T> type) {
    return server.part(type);
  }

  public MovableClock clock() {
    return clock;
  }

  public URI url() {
    return server.settings().publicUrl();
  }

  /** The node's own port, whatever others reach it by. */
  private URI local() {
    return url(server.settings().port());
  }

  public String tlsFingerprint() {
    return server.tlsFingerprint();
  }

  public Company operator() throws Exception {
    Node node = part(Node.class);
    return new Company(
        this,
        node.operator(),
        node.operatorKey(),
        token(new Caller(node.operator(), Role.OPERATOR)));
  }

  /** A company that is admitted, with a key and a client of its own. */
  public Company newCompany() throws Exception {
    ParticipantId id = company(companies.incrementAndGet());
    SigningKey key = SigningKey.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    Company operator = operator();
    operator.publish(
        new Claim.Admitted(
            new ParticipantAdmitted(id, "Company (fictional)", Set.of(Role.SUPPLIER))));
    operator.publish(
        new Claim.Enrolled(
            new KeyEnrolled(
                id, key.publicKey(), KeyProof.create(key, id, part(Node.class).origin()))));
    return new Company(this, id, key, token(new Caller(id, Role.SUPPLIER)));
  }

  /** A company of an earlier start, by its number; it only reads, for its key is forgotten. */
  public Company knownCompany(int number) throws Exception {
    ParticipantId id = company(number);
    return new Company(
        this,
        id,
        SigningKey.generate(SignatureAlgorithm.ED25519, new SecureRandom()),
        token(new Caller(id, Role.SUPPLIER)));
  }

  /** A code of an office that does not exist, with the right check character. */
  private static ParticipantId company(int number) {
    String known = "91000000TE%07d".formatted(number);
    for (char check : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
      try {
        return ParticipantId.parse("urn:uscc:" + known + check);
      } catch (IllegalArgumentException wrongCheckCharacter) {
        // One of the others is right.
      }
    }
    throw new AssertionError(known);
  }

  private String token(Caller caller) throws Exception {
    Clients.IssuedClient client = part(Clients.class).issue(caller);
    return token(client);
  }

  /** Credentials by which another host signs in here for this company. */
  public Clients.IssuedClient newClient(Company company) {
    return part(Clients.class).issue(new Caller(company.id(), Role.SUPPLIER));
  }

  private String token(Clients.IssuedClient client) throws Exception {
    HttpResponse<String> answer = requestToken(client.clientId(), client.clientSecret());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).path("access_token").stringValue();
  }

  /** Asks for an access token, whatever the answer. */
  public HttpResponse<String> requestToken(String clientId, String clientSecret) throws Exception {
    String login = clientId + ":" + clientSecret;
    return http.send(
        HttpRequest.newBuilder(local().resolve("/auth/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build(),
        BodyHandlers.ofString());
  }

  public static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  /** A company with its signing key and an access token. */
  public record Company(NodeUnderTest node, ParticipantId id, SigningKey key, String token) {

    public StatementId publish(Claim claim) {
      Statement statement =
          new Statement(
              new StatementId(UUID.randomUUID()),
              id,
              node.clock.instant().truncatedTo(ChronoUnit.SECONDS),
              node.part(Node.class).origin(),
              claim);
      if (!(StatementSigner.sign(statement, key, new SecureRandom())
          instanceof Outcome.Accepted<SignedStatement>(SignedStatement signed))) {
        throw new AssertionError(
            StatementSigner.sign(statement, key, new SecureRandom()).toString());
      }
      AdmissionOutcome outcome =
          node.part(Admission.class).admit(signed.format(), read -> List.of());
      assertThat(outcome).isInstanceOf(AdmissionOutcome.Recorded.class);
      return statement.id();
    }

    public HttpResponse<String> get(String path) throws Exception {
      return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String json) throws Exception {
      return send(
          request(path)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> put(String path, String json) throws Exception {
      return send(
          request(path)
              .header("Content-Type", "application/json")
              .PUT(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> delete(String path) throws Exception {
      return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(node.local().resolve(path))
          .timeout(Duration.ofSeconds(60))
          .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
      return node.http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public String toString() {
      return id.value();
    }
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
