package io.tanlian.example.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanlian.cli.exchange.ClientLogin;
import io.tanlian.exchange.outbound.HostPort;
import io.tanlian.exchange.outbound.OutboundRules;
import io.tanlian.exchange.serve.ExchangeServer;
import io.tanlian.exchange.serve.ServeSettings;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A node of the profile, and what a conformance tool does with it. */
final class TestHost implements AutoCloseable {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final Duration CALLBACK_WITHIN = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path directory;
  private final ToolHost tool = new ToolHost();
  private final ExchangeServer server;
  private final HttpClient http;
  private final ClientLogin login;
  private final String token;

  private TestHost(Path directory) throws Exception {
    this.directory = directory;
    PactTestProfile profile = new PactTestProfile();
    this.server =
        ExchangeServer.start(
            profile.settings(
                ServeSettings.local(directory, freePort())
                    .withOutbound(
                        new OutboundRules(
                            Set.of(new HostPort("localhost", tool.port())), Map.of()))),
            step -> {});
    profile.prepare(server);
    this.http =
        HttpClient.newBuilder()
            .sslContext(trusting(directory.resolve("secrets/tls-certificate.pem")))
            .build();
    this.login =
        new CompanyFiles(directory.resolve("companies"), "client")
            .credentials()
            .orElseThrow()
            .login()
            .orElseThrow();
    this.token = json(token(login)).path("access_token").stringValue();
  }

  static TestHost start() throws Exception {
    return new TestHost(Files.createTempDirectory("tanlian-pact-test"));
  }

  ToolHost tool() {
    return tool;
  }

  ClientLogin login() {
    return login;
  }

  /** A token for a login, from the endpoint that OpenID discovery names. */
  HttpResponse<String> token(ClientLogin with) throws Exception {
    String endpoint =
        json(send(request("/.well-known/openid-configuration").GET()))
            .path("token_endpoint")
            .stringValue();
    String basic =
        Base64.getEncoder()
            .encodeToString(
                (with.clientId() + ":" + with.clientSecret()).getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(URI.create(endpoint))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials")));
  }

  HttpResponse<String> get(String target) throws Exception {
    return get(target, token);
  }

  HttpResponse<String> get(String target, String bearer) throws Exception {
    return send(request(target).header("Authorization", "Bearer " + bearer).GET());
  }

  /** The footprints of an answer that must be there. */
  List<JsonNode> footprints(String target) throws Exception {
    HttpResponse<String> answer = get(target);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    return json(answer).path("data").valueStream().toList();
  }

  HttpResponse<String> post(String path, ObjectNode event) throws Exception {
    return post(path, event, token);
  }

  HttpResponse<String> post(String path, ObjectNode event, String bearer) throws Exception {
    return send(
        request(path)
            .header("Authorization", "Bearer " + bearer)
            .header("Content-Type", "application/cloudevents+json; charset=UTF-8")
            .POST(BodyPublishers.ofString(event.toString())));
  }

  /** An event as the tool sends them. */
  ObjectNode event(String type, String id, String data) {
    ObjectNode event =
        JSON.createObjectNode()
            .put("type", type)
            .put("specversion", "1.0")
            .put("id", id)
            .put("source", tool.url().toString())
            .put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    event.set("data", JSON.readTree(data));
    return event;
  }

  /** The event by which the node answers a request at the tool's host. */
  ToolHost.Event answerTo(String requestEventId) {
    return await()
        .atMost(CALLBACK_WITHIN)
        .until(() -> tool.answersTo(requestEventId), answers -> !answers.isEmpty())
        .getFirst();
  }

  /** The same without TLS, at the very same port. */
  int plainStatus(String target) throws Exception {
    URI secure = server.settings().publicUrl();
    return send(HttpRequest.newBuilder(URI.create("http://" + secure.getAuthority() + target))
            .header("Authorization", "Bearer " + token)
            .GET())
        .statusCode();
  }

  /** A query of names and values, encoded. */
  static String query(String... namesAndValues) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.add(
          URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8)
              + "="
              + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return "?" + pairs.stream().collect(Collectors.joining("&"));
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  URI url() {
    return server.settings().publicUrl();
  }

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create(server.settings().publicUrl() + target));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.timeout(ANSWER_WITHIN).build(), BodyHandlers.ofString());
  }

  private static SSLContext trusting(Path certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream pem = Files.newInputStream(certificate)) {
      trusted.setCertificateEntry(
          "node", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, managers.getTrustManagers(), null);
    return tls;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    server.close();
    tool.close();
    FileSystemUtils.deleteRecursively(directory.toFile());
  }
}
