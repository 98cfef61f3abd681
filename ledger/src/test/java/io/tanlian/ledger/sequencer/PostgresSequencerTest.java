package io.tanlian.ledger.sequencer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestEntries;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.TestServer;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.entry.EntryCodec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresSequencerTest {
  private static final String WAITING_BACKENDS =
      "pg_locks where locktype = 'advisory' and not granted";
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  /** Entries that are committed by one message. */
  private static final int FEW = 1;

  /** Entries that are copied, and then committed. */
  private static final int MANY = 200;

  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void under_many_callers_the_cap_holds_indexes_are_dense_and_every_receipt_verifies()
      throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int products = 5;
    int cap = 8;
    List<Integer> choices =
        IntStream.range(0, 400).mapToObj(_ -> random.nextInt(products)).toList();
    try (TestNode one = TestNode.on(database);
        TestNode other = TestNode.on(database);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> admitted = new ArrayList<>();
      for (int i = 0; i < choices.size(); i++) {
        TestNode node = i % 2 == 0 ? one : other;
        String tag = "product:" + choices.get(i);
        admitted.add(callers.submit(() -> admit(node, tag, cap)));
      }
      int count = 0;
      for (Future<Boolean> answer : admitted) {
        count += answer.get() ? 1 : 0;
      }
      assertThat(count).as("seed %d", seed).isEqualTo(products * cap);
      assertThat(one.ledger().head()).isEqualTo(count);
      for (int product = 0; product < products; product++) {
        assertThat(one.ledger().byTags(Set.of(Set.of("product:" + product)), count))
            .as("seed %d", seed)
            .hasSize(cap);
      }
      requireSoundTree(one, count);
    }
  }

  @Test
  void a_tree_over_several_full_tiles_equals_the_recomputed_one_after_every_restart() {
    Random random = new Random(20261121);
    int size = 0;
    for (int restart = 0; restart < 3; restart++) {
      try (TestNode node = TestNode.on(database)) {
        for (int i = 0; i < 3; i++) {
          int more = 1 + random.nextInt(256);
          assertThat(node.appended(TestEntries.entries(more, "a:1"))).isEqualTo(size);
          size += more;
        }
        requireSoundTree(node, size);
      }
    }
  }

  @Test
  void the_receipt_in_the_answer_is_the_one_the_ledger_gives_ever_after() {
    try (TestNode node = TestNode.on(database)) {
      for (int size : List.of(1, 3, 250, 256, 7)) {
        AppendOutcome.Appended appended =
            (AppendOutcome.Appended)
                TestNode.outcome(
                    node.sequencer()
                        .append(TestEntries.entries(size, "a:1"), AppendCondition.none()));
        assertThat(appended.receipts()).hasSize(size);
        for (int i = 0; i < size; i++) {
          assertThat(node.ledger().receipt(appended.firstIndex() + i))
              .hasValue(appended.receipts().get(i));
        }
      }
    }
  }

  @Test
  void a_node_that_does_not_lead_or_no_longer_leads_appends_nothing() {
    AtomicLong epoch = new AtomicLong(-1);
    try (TestNode node = TestNode.inTerm(database, epoch::get)) {
      assertThat(TestNode.outcome(node.append(TestEntries.newEntry("a:1"))))
          .isEqualTo(new AppendOutcome.NotLeading());
      database.tamper("insert into ledger.epoch values (1, 'this node', '', '')");
      epoch.set(1);
      assertThat(TestNode.appended(node.append(TestEntries.newEntry("a:1")))).isZero();
      database.tamper("insert into ledger.epoch values (2, 'another node', '', '')");
      assertThat(TestNode.outcome(node.append(TestEntries.newEntry("a:1"))))
          .isEqualTo(new AppendOutcome.NotLeading());
      assertThat(node.ledger().head()).isEqualTo(1);
    }
  }

  @Test
  void a_full_queue_says_when_to_come_back() throws Exception {
    SequencerLimits small = SequencerLimits.DEFAULT.withQueueAppendsMax(2);
    try (TestNode node = TestNode.on(database, small);
        Connection blocking = lockedLedger()) {
      CompletableFuture<AppendOutcome> inBatch = node.append(TestEntries.newEntry("a:1"));
      await().atMost(DEADLINE).until(this::hasWaitingBackend);
      CompletableFuture<AppendOutcome> second = node.append(TestEntries.newEntry("a:1"));
      CompletableFuture<AppendOutcome> third = node.append(TestEntries.newEntry("a:1"));
      assertThat(TestNode.outcome(node.append(TestEntries.newEntry("a:1"))))
          .isEqualTo(new AppendOutcome.Busy(small.retryAfterMs()));
      blocking.rollback();
      assertThat(List.of(inBatch, second, third))
          .allSatisfy(answer ->
              assertThat(TestNode.outcome(answer)).isInstanceOf(AppendOutcome.Appended.class));
    }
  }

  @Test
  void a_connection_killed_in_mid_batch_fails_that_batch_and_no_other() throws Exception {
    try (TestNode node = TestNode.on(database)) {
      node.appended(TestEntries.entries(3, "a:1"));
      NewEntry hit = TestEntries.newEntry("a:1");
      CompletableFuture<AppendOutcome> killed;
      try (Connection blocking = lockedLedger()) {
        killed = node.append(hit);
        await().atMost(DEADLINE).until(this::killWaitingBackend);
        blocking.rollback();
      }
      assertThat(TestNode.outcome(killed))
          .isInstanceOfSatisfying(
              AppendOutcome.Failed.class,
              failed -> assertThat(failed.cause()).contains("nothing was appended"));
      assertThat(node.ledger().head()).isEqualTo(3);
      assertThat(TestNode.appended(node.append(hit))).isEqualTo(3);
      requireSoundTree(node, 4);
    }
  }

  @Test
  void another_node_that_holds_the_ledger_too_long_is_a_failure_in_words() throws Exception {
    SequencerLimits impatient = SequencerLimits.DEFAULT.withDatabaseTimeoutsMs(50, 10_000, 10_000);
    try (TestNode node = TestNode.on(database, impatient)) {
      try (Connection blocking = lockedLedger()) {
        assertThat(TestNode.outcome(node.append(TestEntries.newEntry("a:1"))))
            .isInstanceOfSatisfying(
                AppendOutcome.Failed.class,
                failed ->
                    assertThat(failed.cause())
                        .isEqualTo("nothing was appended: the database did not take it"));
        blocking.rollback();
      }
      assertThat(TestNode.appended(node.append(TestEntries.newEntry("a:1")))).isZero();
    }
  }

  @Test
  void an_answer_comes_in_bounded_time() throws Exception {
    SequencerLimits limits = SequencerLimits.DEFAULT.withAnswerTimeoutMs(100);
    try (TestNode node = TestNode.on(database, limits);
        Connection blocking = lockedLedger()) {
      assertThat(TestNode.outcome(node.append(TestEntries.newEntry("a:1"))))
          .isInstanceOfSatisfying(
              AppendOutcome.Failed.class,
              failed -> assertThat(failed.cause()).contains("same event ids"));
      blocking.rollback();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {FEW, MANY})
  void a_commit_whose_answer_is_lost_after_it_went_through_is_found_to_have_gone_through(int size) {
    LostAnswers answers = new LostAnswers(database.service(2));
    try (TestNode node = TestNode.on(database, answers, SequencerLimits.DEFAULT)) {
      node.appended(TestEntries.entries(2, "a:1"));
      answers.loseNext(LostAnswers.When.AFTER_COMMIT);
      node.appended(TestEntries.entries(size, "a:1"));
      assertThat(answers.lost()).isTrue();
      assertThat(TestNode.appended(node.append(TestEntries.newEntry("a:1")))).isEqualTo(2 + size);
      requireSoundTree(node, 3 + size);
    }
  }

  @Test
  void a_connection_that_breaks_only_after_its_commit_does_not_turn_success_into_failure() {
    LostAnswers answers = new LostAnswers(database.service(2));
    try (TestNode node = TestNode.on(database, answers, SequencerLimits.DEFAULT)) {
      answers.loseNext(LostAnswers.When.ON_CLOSE);
      assertThat(TestNode.appended(node.append(TestEntries.newEntry("a:1")))).isEqualTo(0);
      assertThat(answers.lost()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {FEW, MANY})
  void a_commit_that_was_lost_before_it_went_through_is_found_to_have_failed(int size) {
    LostAnswers answers = new LostAnswers(database.service(2));
    try (TestNode node = TestNode.on(database, answers, SequencerLimits.DEFAULT)) {
      node.appended(TestEntries.entries(2, "a:1"));
      answers.loseNext(LostAnswers.When.BEFORE_COMMIT);
      List<NewEntry> hit = TestEntries.entries(size, "a:1");
      assertThat(TestNode.outcome(node.sequencer().append(hit, AppendCondition.none())))
          .isInstanceOf(AppendOutcome.Failed.class);
      assertThat(answers.lost()).isTrue();
      assertThat(node.appended(hit)).isEqualTo(2);
      requireSoundTree(node, 2 + size);
    }
  }

  @Test
  void closing_commits_what_waits_and_refuses_what_comes_later() throws Exception {
    TestNode node = TestNode.on(database);
    List<CompletableFuture<AppendOutcome>> waiting = new ArrayList<>();
    Thread closing;
    try (Connection blocking = lockedLedger()) {
      for (int i = 0; i < 20; i++) {
        waiting.add(node.append(TestEntries.newEntry("a:1")));
      }
      closing = Thread.ofVirtual().start(node.sequencer()::close);
      await()
          .atMost(DEADLINE)
          .until(() ->
              node.append(TestEntries.newEntry("a:1")).getNow(new AppendOutcome.Busy(0))
                  instanceof AppendOutcome.Failed);
      blocking.rollback();
    }
    assertThat(waiting)
        .allSatisfy(answer ->
            assertThat(TestNode.outcome(answer)).isInstanceOf(AppendOutcome.Appended.class));
    assertThat(closing.join(DEADLINE)).isTrue();
    node.close();
  }

  private static boolean admit(TestNode node, String tag, int cap) {
    while (true) {
      long head = node.ledger().head();
      Set<Set<String>> boundary = Set.of(Set.of(tag));
      if (node.ledger().byTags(boundary, head - 1).size() >= cap) {
        return false;
      }
      AppendOutcome outcome =
          TestNode.outcome(
              node.sequencer()
                  .append(
                      List.of(TestEntries.newEntry(tag)), new AppendCondition(head - 1, boundary)));
      switch (outcome) {
        case AppendOutcome.Appended _ -> {
          return true;
        }
        case AppendOutcome.Conflict _, AppendOutcome.Busy _ -> {}
        default -> throw new AssertionError("unexpected: " + outcome);
      }
    }
  }

  private static void requireSoundTree(TestNode node, int size) {
    List<SequencedEntry> entries = new ArrayList<>();
    while (entries.size() < size) {
      entries.addAll(node.ledger().entries(entries.size(), 500));
    }
    List<Hash> leaves =
        entries.stream()
            .map(entry -> MerkleTree.leafHash(EntryCodec.encode(entry.entry())))
            .toList();
    Checkpoint head = Checkpoint.parse(node.ledger().latestCheckpoint().orElseThrow().text());
    assertThat(head.size()).isEqualTo(size);
    assertThat(head.root()).isEqualTo(MerkleTree.root(leaves));
    for (int index = 0; index < size; index++) {
      assertThat(
              node.ledger()
                  .receipt(index)
                  .orElseThrow()
                  .verify(leaves.get(index), TestNode.SIGNER.verifierKey())
                  .holds())
          .as("receipt %d", index)
          .isTrue();
    }
  }

  /** A transaction like another node's: it holds the ledger until it ends. */
  private Connection lockedLedger() throws SQLException {
    Connection connection = database.superuser().getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(" + BatchLock.LOCK_KEY + ")");
    }
    return connection;
  }

  private boolean killWaitingBackend() throws SQLException {
    return anyRow("select pg_terminate_backend(pid) from " + WAITING_BACKENDS);
  }

  private boolean hasWaitingBackend() throws SQLException {
    return anyRow("select pid from " + WAITING_BACKENDS);
  }

  private boolean anyRow(String sql) throws SQLException {
    try (Connection connection = database.superuser().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next();
    }
  }
}
