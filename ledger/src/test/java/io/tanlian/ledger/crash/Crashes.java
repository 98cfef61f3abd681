package io.tanlian.ledger.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanlian.ledger.KillableServer;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.StoredLedger;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.storage.HeadSignal;
import io.tanlian.ledger.storage.LedgerUnavailableException;
import io.tanlian.tlog.checkpoint.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * A node and a database under load. Each round kills one of them or both at a random moment, starts
 * again what was killed, and compares what the callers were told with what is stored.
 */
final class Crashes implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(90);

  /** The load is on when so many appends of a round are acknowledged; then the clock ticks. */
  private static final int ACKNOWLEDGED_BEFORE_KILL = 20;

  private static final int KILL_DELAY_MS_MAX = 300;

  /** Of each round so many receipts, drawn at random, are asked for again. */
  private static final int RECEIPTS_PER_ROUND = 40;

  private enum Victim {
    NODE,
    DATABASE,
    ONE_PROCESS_OF_THE_DATABASE,
    BOTH
  }

  private final Random random;
  private final Path journalFile;
  private final KillableServer server;
  private final TestDatabase database;
  private final StoredLedger stored;
  private final Ledger ledger;
  private final LoadJournal.Reader journal;
  private final Set<List<UUID>> tried = new HashSet<>();
  private LoadProcess node;

  private Crashes(Path directory, Random random) throws IOException, SQLException {
    this.random = random;
    this.journalFile = directory.resolve("journal");
    this.journal = new LoadJournal.Reader(journalFile);
    this.server = KillableServer.start(directory.resolve("postgres"));
    this.database = server.newDatabase();
    this.stored = new StoredLedger(database.superuser(), TestNode.SIGNER.verifierKey());
    this.ledger = new Ledger(database.service(2), TestNode.SIGNER.verifierKey(), new HeadSignal());
    this.node = startNode();
  }

  /** Goes through so many rounds, and at last looks at all that is stored once more. */
  static void run(Path directory, int rounds, long seed) throws Exception {
    try (Crashes crashes = new Crashes(directory, new Random(seed))) {
      for (int round = 0; round < rounds; round++) {
        try {
          crashes.round();
        } catch (AssertionError | Exception e) {
          throw new AssertionError("seed %d, round %d".formatted(seed, round), e);
        }
      }
      crashes.finish();
    }
  }

  private void round() throws Exception {
    List<LoadJournal.Line> lines = awaitLoad();
    TimeUnit.MILLISECONDS.sleep(random.nextInt(KILL_DELAY_MS_MAX));
    switch (Victim.values()[random.nextInt(Victim.values().length)]) {
      case NODE -> killNode();
      case DATABASE -> killDatabase();
      case ONE_PROCESS_OF_THE_DATABASE -> server.killOneProcess(random);
      case BOTH -> {
        if (random.nextBoolean()) {
          node.kill();
          killDatabase();
        } else {
          server.kill();
          node.kill();
          server.restart();
        }
        node = startNode();
      }
    }
    lines.addAll(journal.more());
    compare(lines);
  }

  private void killNode() throws Exception {
    node.kill();
    node = startNode();
  }

  private void killDatabase() throws Exception {
    server.kill();
    server.restart();
  }

  private LoadProcess startNode() throws IOException {
    return LoadProcess.start(database, journalFile, random.nextLong());
  }

  private List<LoadJournal.Line> awaitLoad() {
    List<LoadJournal.Line> lines = new ArrayList<>();
    await()
        .atMost(DEADLINE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          lines.addAll(journal.more());
          return lines.stream().filter(LoadJournal.Acknowledged.class::isInstance).count()
              >= ACKNOWLEDGED_BEFORE_KILL;
        });
    return lines;
  }

  /** What is stored is read after what was said: an acknowledgement must be older than its row. */
  private void compare(List<LoadJournal.Line> lines) {
    stored.requireSound();
    List<Receipt> receipts = new ArrayList<>();
    for (LoadJournal.Line line : lines) {
      switch (line) {
        case LoadJournal.Tried(List<UUID> events) -> tried.add(events);
        case LoadJournal.Acknowledged(
                List<UUID> events,
                long first,
                long treeSize,
                List<Receipt> told) -> {
          requireAt(events, first);
          assertThat(treeSize).isBetween(first + events.size(), (long) stored.size());
          assertThat(told)
              .extracting(Receipt::index)
              .containsExactlyElementsOf(
                  LongStream.range(first, first + events.size()).boxed().toList());
          receipts.addAll(told);
        }
        case LoadJournal.Found(List<UUID> events, long first) -> requireAt(events, first);
      }
    }
    receipts.forEach(this::requireVerifies);
    requireServed(receipts);
  }

  private void requireAt(List<UUID> events, long first) {
    for (int i = 0; i < events.size(); i++) {
      assertThat(stored.indexByEvent().get(events.get(i)))
          .as("index of %s, as the caller was told", events.get(i))
          .isEqualTo(first + i);
    }
  }

  private void requireVerifies(Receipt receipt) {
    assertThat(receipt.verify(stored.leaf(receipt.index()), TestNode.SIGNER.verifierKey()).holds())
        .as("receipt of %d", receipt.index())
        .isTrue();
  }

  private void requireServed(List<Receipt> receipts) {
    for (int i = 0; i < Math.min(RECEIPTS_PER_ROUND, receipts.size()); i++) {
      Receipt told = receipts.get(random.nextInt(receipts.size()));
      Optional<Receipt> served =
          await()
              .atMost(DEADLINE)
              .pollDelay(Duration.ZERO)
              .ignoreExceptionsInstanceOf(LedgerUnavailableException.class)
              .until(() -> ledger.receipt(told.index()), Optional::isPresent);
      assertThat(served).contains(told);
    }
  }

  /** Appends are whole or not there; nothing is stored that nobody sent. */
  private void finish() throws Exception {
    node.kill();
    List<LoadJournal.Line> rest = journal.more();
    compare(rest);
    StoredLedger afresh = new StoredLedger(database.superuser(), TestNode.SIGNER.verifierKey());
    afresh.requireSound();
    Map<UUID, Long> indexByEvent = afresh.indexByEvent();
    int sent = 0;
    for (List<UUID> events : tried) {
      Long first = indexByEvent.get(events.getFirst());
      for (int i = 0; i < events.size(); i++) {
        assertThat(indexByEvent.get(events.get(i)))
            .as("append %s is whole or not there", events)
            .isEqualTo(first == null ? null : first + i);
      }
      sent += first == null ? 0 : events.size();
    }
    assertThat(sent).as("entries that somebody sent").isEqualTo(afresh.size());
  }

  @Override
  public void close() throws IOException {
    node.close();
    ledger.close();
    database.close();
    server.close();
  }
}
