package io.tanlian.example.battery.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.PublishOutcome;
import io.tanlian.cli.exchange.Reply;
import io.tanlian.exchange.serve.ExchangeServer;
import io.tanlian.exchange.serve.ServeSettings;
import io.tanlian.exchange.witness.ConfiguredWitness;
import io.tanlian.exchange.witness.Witnesses;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.NodeReader;
import io.tanlian.tlog.Proofs;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.witness.AddCheckpoint;
import io.tanlian.tlog.witness.WitnessQuorum;
import io.tanlian.tlog.witness.WitnessQuorum.Standing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service and two witnesses, each in a process of its own. */
class WitnessedLogTest {
  private static final long AWAIT_S = 60;
  private static final long POLL_MS = 50;

  @TempDir private Path directory;

  @Test
  void a_quorum_of_witnesses_follows_the_log_forgets_nothing_and_takes_no_fork() throws Exception {
    Path data = directory.resolve("node");
    try (WitnessProcess first = new WitnessProcess("first.example/w", directory.resolve("w1"));
        WitnessProcess second = new WitnessProcess("second.example/w", directory.resolve("w2"));
        ExchangeServer server =
            ExchangeServer.start(settings(data, first.configured(), second.configured()), s -> {});
        ExchangeClient client = ServiceAccess.in(data).connect()) {
      ServiceAccess access = ServiceAccess.in(data);
      WitnessQuorum both =
          WitnessQuorum.all(List.of(first.configured().key(), second.configured().key()));
      assertThat(client.witnessedCheckpoint())
          .isInstanceOfSatisfying(
              Reply.Refused.class,
              refused -> assertThat(refused.refusal().code()).isEqualTo("request.not-found"));

      first.launch(server.logKey());
      second.launch(server.logKey());
      first.awaitUp();
      second.awaitUp();
      long size = publish(client, access, 3);
      SignedNote witnessed = awaitWitnessed(client, size);
      assertThat(both.judge(witnessed)).isInstanceOf(Standing.Reached.class);
      assertThat(Checkpoint.verify(witnessed, server.logKey()).holds()).isTrue();
      assertThat(note(client.checkpoint())).isEqualTo(witnessed);

      second.kill();
      size = publish(client, access, 1);
      await(client, ExchangeClient::checkpoint, onlyBy(size, first.configured()));
      assertThat(size(note(client.witnessedCheckpoint()))).isEqualTo(size - 1);

      second.launch(server.logKey());
      second.awaitUp();
      assertThat(both.judge(awaitWitnessed(client, size))).isInstanceOf(Standing.Reached.class);

      for (WitnessProcess witness : List.of(first, second)) {
        assertThat(submitFork(data, size, witness)).isEqualTo(422);
      }
      size = publish(client, access, 1);
      awaitWitnessed(client, size);
      AuditRun audit =
          AuditRun.of(
              access.credentialsFile(),
              directory.resolve("audit"),
              "--witness",
              first.configured().key().format(),
              "--witness",
              second.configured().key().format());
      assertThat(audit.exitCode()).as(audit.output()).isZero();
      assertThat(audit.output()).contains("by first.example/w at", "by second.example/w at");
      assertThat(first.stop()).isZero();
    }
  }

  private static ServeSettings settings(Path data, ConfiguredWitness... witnesses) {
    ServeSettings local = ServeSettings.local(data, FreePort.find());
    return new ServeSettings(
        local.data(),
        local.address(),
        local.port(),
        local.publicUrl(),
        local.origin(),
        local.operator(),
        local.operatorName(),
        local.home(),
        local.database(),
        local.certificate(),
        new Witnesses(List.of(witnesses), witnesses.length),
        local.nodeUrl(),
        local.outbound(),
        local.rates());
  }

  /** Publishes statements; the size of the log with the last. */
  private static long publish(ExchangeClient client, ServiceAccess access, int count) {
    long size = 0;
    for (int i = 0; i < count; i++) {
      PublishOutcome outcome = client.postStatement(access.newStatement());
      assertThat(outcome).isInstanceOf(PublishOutcome.Published.class);
      size = size(note(client.checkpoint()));
    }
    return size;
  }

  /** Another history of that many entries, signed with the log's own key. */
  private static int submitFork(Path data, long size, WitnessProcess witness) throws Exception {
    NoteSigner log = NoteSigner.parse(Files.readString(data.resolve("secrets/log.key")).strip());
    List<Hash> leaves =
        IntStream.rangeClosed(0, (int) size)
            .mapToObj(i -> MerkleTree.leafHash(new byte[] {(byte) i}))
            .toList();
    NodeReader fork =
        (level, index) ->
            MerkleTree.root(leaves.subList((int) (index << level), (int) ((index + 1) << level)));
    AddCheckpoint request =
        new AddCheckpoint(
            size,
            Proofs.consistency(size, size + 1, fork),
            Checkpoint.of(log.verifierKey().name(), size + 1, MerkleTree.root(leaves)).sign(log));
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(
                      URI.create(witness.configured().submission() + AddCheckpoint.PATH))
                  .POST(BodyPublishers.ofString(request.format()))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static SignedNote awaitWitnessed(ExchangeClient client, long size)
      throws InterruptedException {
    return await(client, ExchangeClient::witnessedCheckpoint, note -> size(note) == size);
  }

  private static Predicate<SignedNote> onlyBy(long size, ConfiguredWitness witness) {
    return note ->
        size(note) == size
            && note.signatures().size() == 2
            && witness.key().isNamedBy(note.signatures().getLast());
  }

  private interface Read {
    Reply<String> from(ExchangeClient client);
  }

  private static SignedNote await(ExchangeClient client, Read read, Predicate<SignedNote> wanted)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(AWAIT_S);
    Reply<String> last = read.from(client);
    while (System.nanoTime() < deadline) {
      if (last instanceof Reply.Received<String>(String text)
          && wanted.test(SignedNote.parse(text))) {
        return SignedNote.parse(text);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
      last = read.from(client);
    }
    throw new AssertionError("still " + last);
  }

  private static SignedNote note(Reply<String> reply) {
    if (reply instanceof Reply.Received<String>(String text)) {
      return SignedNote.parse(text);
    }
    throw new AssertionError(reply);
  }

  private static long size(SignedNote note) {
    return Checkpoint.parse(note.text()).size();
  }
}
