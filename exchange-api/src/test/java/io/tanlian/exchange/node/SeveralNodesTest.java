package io.tanlian.exchange.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.exchange.access.RateSettings;
import io.tanlian.exchange.outbound.OutboundRules;
import io.tanlian.exchange.outbound.PinnedTls;
import io.tanlian.exchange.serve.ExchangeServer;
import io.tanlian.exchange.serve.HomeSettings;
import io.tanlian.exchange.serve.ServeSettings;
import io.tanlian.exchange.serve.ServeSettings.ExternalDatabase;
import io.tanlian.exchange.witness.Witnesses;
import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.forward.AppendMessage;
import io.tanlian.ledger.forward.OutcomeMessage;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.SignedNote;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes of one log, started at the same moment on an empty database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralNodesTest {
  @TempDir private static Path temporary;

  private final List<ExchangeServer> nodes = new ArrayList<>();
  private OwnPostgres postgres;
  private ExternalDatabase database;
  private NoteSigner logKey;
  private HttpClient http;

  @BeforeAll
  void start_two_nodes_at_once() throws Exception {
    postgres = OwnPostgres.start();
    ServeSettings rehearsal = settings("rehearsal", postgres.newDatabase("rehearsal"));
    ExchangeServer.start(rehearsal, _ -> {}).close();
    database = postgres.newDatabase("tanlian");
    ServeSettings one = settings("one", database);
    ServeSettings two = settings("two", database);
    copyIdentity(rehearsal.data(), one.data());
    copyIdentity(rehearsal.data(), two.data());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ExchangeServer>> starting =
          Stream.of(one, two)
              .map(settings -> threads.submit(() -> ExchangeServer.start(settings, _ -> {})))
              .toList();
      for (Future<ExchangeServer> node : starting) {
        nodes.add(node.get());
      }
    }
    logKey = NoteSigner.parse(Files.readString(one.data().resolve("secrets/log.key")).strip());
    http =
        HttpClient.newBuilder()
            .sslContext(PinnedTls.context(nodes.getFirst().tlsFingerprint()))
            .build();
  }

  @AfterAll
  void stop() throws Exception {
    nodes.forEach(ExchangeServer::close);
    postgres.close();
  }

  @Test
  void the_ledger_begins_once_and_both_serve_it() throws Exception {
    for (ExchangeServer node : nodes) {
      HttpResponse<String> checkpoint = get(node, "/checkpoint");
      assertThat(Checkpoint.parse(SignedNote.parse(checkpoint.body()).text()).size())
          .isGreaterThanOrEqualTo(2);
      assertThat(get(node, "/health/readiness").statusCode()).isEqualTo(200);
    }
    try (var owner =
            DriverManager.getConnection(
                database.url(), database.owner(), database.ownerPassword());
        var rows =
            owner
                .createStatement()
                .executeQuery("select count(*) from ledger.entry_tag where tag like 'key:%'")) {
      rows.next();
      assertThat(rows.getLong(1)).isEqualTo(1);
    }
  }

  @Test
  void the_node_that_leads_decides_what_another_node_of_the_log_forwards() throws Exception {
    byte[] message = message();
    String token = new NodeToken(logKey).issue(message, Instant.now());
    List<AppendOutcome> outcomes = new ArrayList<>();
    for (ExchangeServer node : nodes) {
      HttpResponse<byte[]> answer = post(node, message, "TanlianNode " + token);
      assertThat(answer.statusCode()).isEqualTo(200);
      outcomes.add(OutcomeMessage.decode(answer.body()));
    }

    assertThat(outcomes)
        .hasSize(2)
        .contains(new AppendOutcome.NotLeading())
        .hasAtLeastOneElementOfType(AppendOutcome.Conflict.class);
  }

  @Test
  void nobody_else_may() throws Exception {
    byte[] message = message();
    NodeToken tokens = new NodeToken(logKey);
    String stale = tokens.issue(message, Instant.now().minus(NodeToken.AGE_MAX.multipliedBy(2)));
    String foreign =
        new NodeToken(NoteSigner.generate(logKey.verifierKey().name()))
            .issue(message, Instant.now());
    for (ExchangeServer node : nodes) {
      for (String authorization :
          List.of(
              "",
              "Bearer " + accessToken(node),
              "TanlianNode " + stale,
              "TanlianNode " + foreign,
              "TanlianNode x")) {
        HttpResponse<byte[]> answer = post(node, message, authorization);
        assertThat(answer.statusCode()).as(authorization).isEqualTo(401);
      }
      assertThat(
              post(node, message(), "TanlianNode " + tokens.issue(message, Instant.now()))
                  .statusCode())
          .as("the token of another message")
          .isEqualTo(400);
      assertThat(get(node, "/v3/api-docs").body()).doesNotContain("internal");
    }
  }

  /** An append whose condition nothing on the ledger leaves true. */
  private static byte[] message() {
    Entry entry =
        Entry.of(
            UUID.randomUUID(),
            "io.example.Test",
            "1",
            Instant.EPOCH,
            Set.of("test"),
            Map.of(),
            new byte[] {1});
    return new AppendMessage(List.of(NewEntry.of(entry)), new AppendCondition(-1, Set.of(Set.of())))
        .encode();
  }

  private String accessToken(ExchangeServer node) throws Exception {
    var credentials =
        JsonMapper.builder().build().readTree(Files.readString(node.operatorCredentials()));
    String login =
        credentials.path("clientId").stringValue()
            + ":"
            + credentials.path("clientSecret").stringValue();
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(node.settings().publicUrl().resolve("/auth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
  }

  private HttpResponse<String> get(ExchangeServer node, String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(node.settings().publicUrl().resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<byte[]> post(ExchangeServer node, byte[] message, String authorization)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.settings().publicUrl().resolve("/internal/appends"))
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(message));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static ServeSettings settings(String name, ExternalDatabase database) throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    return new ServeSettings(
        temporary.resolve(name),
        "127.0.0.1",
        port,
        URI.create("https://localhost:" + port),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        HomeSettings.DEFAULT,
        Optional.of(database),
        Optional.empty(),
        Witnesses.NONE,
        Optional.empty(),
        OutboundRules.NONE,
        RateSettings.DEFAULT);
  }

  /** What docs/operating.md says to copy to a further node. */
  private static void copyIdentity(Path from, Path to) throws IOException {
    Files.createDirectories(to.resolve("secrets"));
    Files.copy(from.resolve("node.json"), to.resolve("node.json"));
    try (Stream<Path> secrets = Files.list(from.resolve("secrets"))) {
      for (Path secret : secrets.toList()) {
        Files.copy(
            secret,
            to.resolve("secrets").resolve(secret.getFileName()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
