package io.tanlian.ledger.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.StoredLedger;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestEntries;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.TestServer;
import io.tanlian.ledger.sequencer.SequencerLimits;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A node whose sequencer reaches its database over a {@link NetworkProxy}, and what must be true of
 * it whatever fails. Its waits are like a real node's, but short. Reads go to the database
 * directly.
 */
final class FaultyLine implements AutoCloseable {
  private static final int LOCK_TIMEOUT_MS = 300;
  private static final int STATEMENT_TIMEOUT_MS = 800;
  private static final int TRANSACTION_TIMEOUT_MS = 1_000;
  private static final long ANSWER_TIMEOUT_MS = 1_500;
  private static final int SOCKET_TIMEOUT_S = 1;

  /** An append takes fewer messages, and surely more than the other. */
  private static final int MESSAGES_MAX = 500;

  private static final int MESSAGES_MIN = 20;

  /** What a caller is told when nothing of its append is on the ledger, for certain. */
  static final String NOTHING_APPENDED = "nothing was appended";

  private static final int RETRIES_MAX = 40;
  private static final Duration RETRY_PAUSE = Duration.ofMillis(100);

  private final TestDatabase database = TestServer.newDatabase();
  private final NetworkProxy network;
  private final TestNode node;
  private final StoredLedger stored;

  FaultyLine() throws IOException {
    this(ANSWER_TIMEOUT_MS);
  }

  /** A line whose callers wait so long for an outcome. */
  FaultyLine(long answerTimeoutMs) throws IOException {
    URI direct = URI.create(database.serviceUrl().substring("jdbc:".length()));
    this.network = NetworkProxy.to(direct.getPort());
    this.node =
        TestNode.on(
            database,
            database.service(
                "jdbc:postgresql://localhost:%d%s?sslmode=disable&socketTimeout=%d"
                    .formatted(network.port(), direct.getPath(), SOCKET_TIMEOUT_S),
                1),
            SequencerLimits.DEFAULT
                .withDatabaseTimeoutsMs(
                    LOCK_TIMEOUT_MS, STATEMENT_TIMEOUT_MS, TRANSACTION_TIMEOUT_MS)
                .withAnswerTimeoutMs(answerTimeoutMs));
    this.stored = new StoredLedger(database.superuser(), TestNode.SIGNER.verifierKey());
  }

  TestDatabase database() {
    return database;
  }

  NetworkProxy network() {
    return network;
  }

  /** Entries to append, by the way they are written. */
  enum Entries {
    /** To every table, by COPY: as many as a tile has, so that one is full, and an attachment. */
    MANY(255),
    /** In one message, but for the attachment. */
    FEW(1);

    private final int plain;

    Entries(int plain) {
      this.plain = plain;
    }

    /** The tables they are written to. */
    List<String> tables() {
      return switch (this) {
        case MANY -> List.of("entry", "event", "entry_tag", "tile", "attachment", "checkpoint");
        case FEW -> List.of("entry", "event", "entry_tag", "attachment", "checkpoint");
      };
    }

    List<NewEntry> fresh() {
      List<NewEntry> entries = new ArrayList<>(TestEntries.entries(plain, "fault:1"));
      entries.add(new NewEntry(TestEntries.entry("fault:1", "fault:2"), new byte[] {1, 2, 3}));
      return entries;
    }
  }

  /** Sends entries under a condition that holds, and that must be looked up to be known to hold. */
  CompletableFuture<AppendOutcome> send(List<NewEntry> entries) {
    return node.sequencer()
        .append(entries, new AppendCondition(-1, Set.of(Set.of("fault:1", "no-such:1"))));
  }

  /**
   * How many messages such an append takes; the commit's is the last. A connection that lay idle
   * for half a second is tested first, which takes some more: two appends in a row that take as
   * many tell.
   */
  int messagesOf(Entries entries) {
    append();
    int before = count(entries);
    int messages = count(entries);
    for (int retry = 0; messages != before && retry < RETRIES_MAX; retry++) {
      before = messages;
      messages = count(entries);
    }
    assertThat(messages).isEqualTo(before).isGreaterThan(MESSAGES_MIN);
    return messages;
  }

  private int count(Entries entries) {
    network.strike(NetworkProxy.Fault.CUT_BEFORE, MESSAGES_MAX);
    assertThat(TestNode.outcome(send(entries.fresh()))).isInstanceOf(AppendOutcome.Appended.class);
    return network.callOff().orElseThrow();
  }

  /** An append that nothing stands in the way of, at least not for long. */
  void append() {
    NewEntry entry = TestEntries.newEntry("fault:3");
    appended(List.of(entry), entry.entry().eventId());
  }

  /** An append that goes through without trying again. */
  void appendAtOnce() {
    assertThat(TestNode.outcome(send(List.of(TestEntries.newEntry("fault:3")))))
        .isInstanceOf(AppendOutcome.Appended.class);
  }

  /** Where the first of the entries is. */
  OptionalLong indexOf(List<NewEntry> entries) {
    return node.ledger().indexOf(entries.getFirst().entry().eventId());
  }

  void closeNode() {
    node.close();
  }

  /**
   * Whatever was answered must be true; sent again, the entries end on the ledger, once; and the
   * ledger goes on.
   */
  void requireTruth(List<NewEntry> entries, AppendOutcome outcome) {
    UUID event = entries.getFirst().entry().eventId();
    OptionalLong index = indexOf(entries);
    switch (outcome) {
      case AppendOutcome.Appended appended -> assertThat(index).hasValue(appended.firstIndex());
      case AppendOutcome.Failed(String cause) when cause.contains(NOTHING_APPENDED) ->
          assertThat(index).as(cause).isEmpty();
      case AppendOutcome.Failed(String cause) -> assertThat(cause).contains("same event ids");
      default -> throw new AssertionError("unexpected: " + outcome);
    }
    long first = appended(entries, event);
    append();
    stored.requireSound();
    for (int i = 0; i < entries.size(); i++) {
      assertThat(stored.indexByEvent().get(entries.get(i).entry().eventId())).isEqualTo(first + i);
    }
  }

  private long appended(List<NewEntry> entries, UUID event) {
    AppendOutcome last = TestNode.outcome(send(entries));
    for (int i = 0; i < RETRIES_MAX; i++) {
      switch (last) {
        case AppendOutcome.Appended appended -> {
          return appended.firstIndex();
        }
        case AppendOutcome.Duplicate(UUID duplicate, long index) -> {
          assertThat(duplicate).isEqualTo(event);
          return index;
        }
        case AppendOutcome.Failed _, AppendOutcome.Busy _ -> pause();
        default -> throw new AssertionError("unexpected: " + last);
      }
      last = TestNode.outcome(send(entries));
    }
    throw new AssertionError("the ledger does not recover: " + last);
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY_PAUSE);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    network.close();
    node.close();
    database.close();
  }
}
