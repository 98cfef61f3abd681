package io.tanlian.cli.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.Proofs;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.checkpoint.Cosignature;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.witness.AddCheckpoint;
import io.tanlian.tlog.witness.KnownLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessServerTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final NoteSigner LOG = NoteSigner.generate("log.example");
  private static final NoteSigner WITNESS = NoteSigner.generateWitness("witness.example/w1");
  private static final List<Hash> LEAVES =
      IntStream.range(0, 64).mapToObj(i -> MerkleTree.leafHash(new byte[] {(byte) i})).toList();

  @TempDir private Path directory;
  private final List<String> journal = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private StateDirectory memory;
  private WitnessServer server;

  @BeforeEach
  void start() throws IOException {
    KnownLog log = new KnownLog("log.example", List.of(LOG.verifierKey()));
    memory = StateDirectory.open(directory.resolve("state"));
    server =
        WitnessServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Optional.empty(),
            Map.of(
                log.origin(),
                new WitnessedLog(log, memory.of(log), WITNESS, InstantSource.fixed(NOON))),
            journal::add);
  }

  @AfterEach
  void stop() {
    server.close();
    memory.close();
  }

  @AfterEach
  void hangUp() {
    client.close();
  }

  @Test
  void growth_is_cosigned_step_by_step_and_a_step_may_be_asked_for_twice() throws Exception {
    for (int[] step : new int[][] {{0, 3}, {3, 7}, {7, 7}, {7, 64}}) {
      AddCheckpoint request = growth(step[0], step[1]);
      HttpResponse<String> answer = post(request.format());

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      SignedNote cosigned = SignedNote.parse(request.checkpoint().format() + answer.body());
      assertThat(Cosignature.verify(cosigned, WITNESS.verifierKey()))
          .isEqualTo(new Cosignature.Given("witness.example/w1", NOON));
    }
  }

  @Test
  void a_witness_that_is_started_again_remembers() throws Exception {
    post(growth(0, 7).format());
    stop();
    start();

    HttpResponse<String> behind = post(growth(0, 9).format());

    assertThat(behind.statusCode()).isEqualTo(409);
    assertThat(behind.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
    assertThat(behind.body()).isEqualTo("7\n");
    assertThat(post(growth(7, 9).format()).statusCode()).isEqualTo(200);
  }

  @Test
  void a_fork_is_refused_and_said_to_the_operator() throws Exception {
    post(growth(0, 7).format());
    SignedNote fork = Checkpoint.of("log.example", 7, LEAVES.getFirst()).sign(LOG);

    assertThat(post(new AddCheckpoint(7, List.of(), fork).format()).statusCode()).isEqualTo(422);
    assertThat(journal).singleElement().asString().startsWith("INCONSISTENT: log.example");
    assertThat(post(growth(7, 8).format()).statusCode()).isEqualTo(200);
  }

  @Test
  void what_is_no_request_of_a_known_log_is_refused() throws Exception {
    SignedNote foreign =
        Checkpoint.of("log.example", 1, LEAVES.getFirst()).sign(NoteSigner.generate("log.example"));
    SignedNote unknown =
        Checkpoint.of("other.example", 1, LEAVES.getFirst())
            .sign(NoteSigner.generate("other.example"));

    assertThat(post("nonsense").statusCode()).isEqualTo(400);
    assertThat(post(new AddCheckpoint(0, List.of(), foreign).format()).statusCode()).isEqualTo(403);
    assertThat(post(new AddCheckpoint(0, List.of(), unknown).format()).statusCode()).isEqualTo(404);
    assertThat(post("x".repeat(WitnessServer.REQUEST_BYTES_MAX + 1)).statusCode()).isEqualTo(413);
    assertThat(send(request("/add-checkpoint").GET()).statusCode()).isEqualTo(405);
    assertThat(send(request("/add-checkpoints").GET()).statusCode()).isEqualTo(404);
  }

  /** Of many who continue from the same size, each with another growth, one wins at a time. */
  @Test
  void requests_of_one_log_at_once_are_answered_one_after_the_other() throws Exception {
    try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
      List<Callable<Integer>> racing =
          IntStream.rangeClosed(1, 64)
              .<Callable<Integer>>mapToObj(
                  size -> () -> post(growth(0, size).format()).statusCode())
              .toList();
      List<Integer> statuses = callers.invokeAll(racing).stream().map(Future::resultNow).toList();

      assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
    }
  }

  @Test
  void a_state_directory_belongs_to_one_witness() {
    assertThatThrownBy(() -> StateDirectory.open(directory.resolve("state")))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("Another witness uses");
  }

  @Test
  void nothing_is_cosigned_that_cannot_be_remembered() throws Exception {
    Path state = directory.resolve("state");
    try (Stream<Path> files = Files.list(state)) {
      assertThat(files).hasSize(1);
    }
    memory.close();
    Files.delete(state.resolve("lock"));
    Files.delete(state);

    HttpResponse<String> answer = post(growth(0, 7).format());

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("\u2014");
    assertThat(journal).singleElement().asString().contains("not cosigned");
    Files.createDirectory(state);
    assertThat(post(growth(0, 7).format()).statusCode()).isEqualTo(200);
  }

  @Test
  void a_damaged_memory_is_no_memory_to_sign_from() throws Exception {
    post(growth(0, 7).format());
    stop();
    Path state;
    try (Stream<Path> files = Files.list(directory.resolve("state"))) {
      state = files.filter(file -> file.toString().endsWith(".checkpoint")).findAny().orElseThrow();
    }
    assertThat(Files.getPosixFilePermissions(state))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    String kept = Files.readString(state);
    for (String damage : List.of("", kept.replace("\n7\n", "\n6\n"), kept.substring(0, 40))) {
      Files.writeString(state, damage, StandardOpenOption.TRUNCATE_EXISTING);
      assertThatThrownBy(this::start)
          .isInstanceOf(CannotRunException.class)
          .hasMessageContaining("log.example cosigned last");
      memory.close();
    }
    Files.writeString(state, kept);
    start();
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return send(request("/add-checkpoint").POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Duration.ofSeconds(30));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static AddCheckpoint growth(int oldSize, int newSize) {
    return new AddCheckpoint(
        oldSize,
        Proofs.consistency(oldSize, newSize, WitnessServerTest::node),
        Checkpoint.of("log.example", newSize, MerkleTree.root(LEAVES.subList(0, newSize)))
            .sign(LOG));
  }

  private static Hash node(int level, long index) {
    return MerkleTree.root(LEAVES.subList((int) (index << level), (int) ((index + 1) << level)));
  }
}
