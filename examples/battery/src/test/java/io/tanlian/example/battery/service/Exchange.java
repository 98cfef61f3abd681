package io.tanlian.example.battery.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.exchange.ClientLogin;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.key.KeyEnrolled;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.key.SignatureAlgorithm;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.example.battery.demo.DemoNode;
import io.tanlian.example.battery.load.LoadOutcome;
import io.tanlian.exchange.access.RateSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's node with the chain loaded, and an HTTP client that trusts its certificate only. */
public final class Exchange implements AutoCloseable {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final AtomicInteger newcomers = new AtomicInteger();
  private final DemoNode node;
  private final SSLContext tls;
  private final HttpClient http;
  private final Participant operator;

  private Exchange(DemoNode node, SSLContext tls) throws Exception {
    this.node = node;
    this.tls = tls;
    this.http = HttpClient.newBuilder().sslContext(tls).build();
    this.operator =
        participant(
            node.chain().company("operator").id(),
            key(node.server().operatorKey()),
            login(JSON.readTree(Files.readString(node.server().operatorCredentials()))));
  }

  static Exchange start() throws Exception {
    return start(RateSettings.DEFAULT);
  }

  /** Starts a node that answers so many requests of one client. */
  public static Exchange start(RateSettings rates) throws Exception {
    Path directory = Files.createTempDirectory("tanlian-service-test");
    DemoNode node = DemoNode.start(directory, freePort(), rates, step -> {});
    LoadOutcome loaded = node.load((statement, done, total) -> {});
    assertThat(loaded).isInstanceOf(LoadOutcome.Complete.class);
    return new Exchange(node, trusting(directory.resolve("node/secrets/tls-certificate.pem")));
  }

  public DemoNode node() {
    return node;
  }

  public SSLContext tls() {
    return tls;
  }

  public URI url() {
    return node.server().settings().publicUrl();
  }

  String origin() {
    return node.server().logKey().name();
  }

  public Participant operator() {
    return operator;
  }

  /** One of the chain's companies, as it signed in with its credentials file. */
  public Participant company(String key) throws IOException, InterruptedException {
    var credentials = node.credentials(key);
    return participant(
        credentials.participant().orElseThrow(),
        key(node.credentialsFile(key).resolveSibling(key + ".jwk")),
        credentials.login().orElseThrow());
  }

  /** A supplier nobody has heard of before: admitted, with a key and a client of its own. */
  public Participant newSupplier() throws IOException, InterruptedException {
    return newParticipant(Uscc.next(newcomers.incrementAndGet()));
  }

  Participant newParticipant(ParticipantId id) throws IOException, InterruptedException {
    SigningKey key = SigningKey.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    operator.publish(
        new Claim.Admitted(
            new ParticipantAdmitted(id, "Newcomer (fictional)", Set.of(Role.SUPPLIER))));
    operator.publish(
        new Claim.Enrolled(
            new KeyEnrolled(id, key.publicKey(), KeyProof.create(key, id, origin()))));
    HttpResponse<String> client =
        post(
            "/v1/clients",
            "application/json",
            "{\"participant\":\"%s\",\"role\":\"supplier\"}".formatted(id.value()),
            operator.token());
    assertThat(client.statusCode()).as(client.body()).isEqualTo(201);
    return participant(id, key, login(json(client)));
  }

  private static ClientLogin login(JsonNode credentials) {
    return new ClientLogin(
        credentials.path("clientId").stringValue(), credentials.path("clientSecret").stringValue());
  }

  private Participant participant(ParticipantId id, SigningKey key, ClientLogin login)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = requestToken(login);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new Participant(this, id, key, json(answer).path("access_token").stringValue());
  }

  HttpResponse<String> requestToken(ClientLogin login) throws IOException, InterruptedException {
    String basic =
        Base64.getEncoder()
            .encodeToString((login.clientId() + ":" + login.clientSecret()).getBytes(UTF_8));
    return send(
        request("/auth/token")
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials")));
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
    return send(request(path).header("Authorization", "Bearer " + token).GET());
  }

  public HttpResponse<String> post(String path, String contentType, String body, String token)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url().resolve(path)).timeout(ANSWER_WITHIN);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString(UTF_8));
  }

  String checkpoint() throws IOException, InterruptedException {
    return get("/checkpoint").body();
  }

  long treeSize() throws IOException, InterruptedException {
    return Long.parseLong(checkpoint().lines().skip(1).findFirst().orElseThrow());
  }

  public static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  public static String encoded(String segment) {
    return URLEncoder.encode(segment, UTF_8);
  }

  @Override
  public void close() {
    http.close();
    node.close();
  }

  private static SigningKey key(Path file) throws IOException {
    return switch (StrictJson.parse(Files.readString(file)).then(SigningKey::parse)) {
      case Outcome.Accepted<SigningKey>(SigningKey key) -> key;
      case Outcome.Refused<SigningKey>(var problems) -> throw new AssertionError(problems);
    };
  }

  private static SSLContext trusting(Path pem) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(pem)) {
      trusted.setCertificateEntry(
          "node", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Codes of an office that does not exist, with the right check character. */
  private static final class Uscc {
    static ParticipantId next(int number) {
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
  }
}
