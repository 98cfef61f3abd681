package io.tanlian.ledger.sequencer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestEntries;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.TestServer;
import io.tanlian.ledger.home.CheckpointHome;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.SignedNote;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sequencer does with the second home of its newest checkpoint. */
class SecondHomeTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final TestDatabase database = TestServer.newDatabase();
  private final Home home = new Home();
  private final TestNode node =
      TestNode.around(
          database,
          new Surroundings(Term.UNCONTESTED, Optional.of(home), AbsentEvents.UNKNOWN, List.of()));

  @AfterEach
  void close() {
    home.reachable = true;
    node.close();
    database.close();
  }

  @Test
  void nobody_hears_that_an_entry_is_on_the_ledger_before_its_checkpoint_is_there_too()
      throws Exception {
    node.appended(List.of(TestEntries.newEntry("first")));
    home.reachable = false;
    NewEntry entry = TestEntries.newEntry("second");
    CompletableFuture<AppendOutcome> first = node.append(entry);
    await().atMost(LONG).until(() -> home.refused > 0);
    CompletableFuture<AppendOutcome> again = node.append(entry);

    await().during(Duration.ofMillis(300)).atMost(LONG).until(() -> !first.isDone());
    assertThat(again).isNotDone();
    assertThat(node.ledger().head()).as("it is stored").isEqualTo(2);

    home.reachable = true;
    assertThat(TestNode.outcome(first)).isInstanceOf(AppendOutcome.Appended.class);
    assertThat(TestNode.outcome(again))
        .isEqualTo(new AppendOutcome.Duplicate(entry.entry().eventId(), 1));
    assertThat(Checkpoint.parse(home.newest().orElseThrow().text()).size()).isEqualTo(2);
  }

  @Test
  void a_ledger_that_lacks_the_checkpoint_kept_there_signs_nothing() {
    home.kept =
        Optional.of(
            Checkpoint.of(TestNode.SIGNER.verifierKey().name(), 9, MerkleTree.EMPTY_ROOT)
                .sign(TestNode.SIGNER));

    assertThat(TestNode.outcome(node.append(TestEntries.newEntry("fork"))))
        .isInstanceOfSatisfying(
            AppendOutcome.Failed.class,
            failed -> assertThat(failed.cause()).contains("nothing more is signed"));
    assertThat(node.ledger().head()).isZero();
  }

  /** Few entries are committed by one message, many are copied. */
  @ParameterizedTest
  @ValueSource(ints = {1, 200})
  void a_backup_put_back_under_a_running_node_is_not_signed_over(int entries) {
    node.appended(TestEntries.entries(2, "kept"));
    node.appended(TestEntries.entries(3, "lost"));
    putBackTheFirst(2);

    assertThat(
            TestNode.outcome(
                node.sequencer()
                    .append(TestEntries.entries(entries, "fork"), AppendCondition.none())))
        .isInstanceOfSatisfying(
            AppendOutcome.Failed.class,
            failed -> assertThat(failed.cause()).contains("nothing more is signed"));
    assertThat(node.ledger().head()).isEqualTo(2);
  }

  @Test
  void nobody_hears_that_an_entry_is_there_which_a_backup_put_back_lacks() {
    node.appended(TestEntries.entries(2, "kept"));
    NewEntry lost = TestEntries.newEntry("lost");
    node.appended(List.of(lost));
    putBackTheFirst(2);

    assertThat(TestNode.outcome(node.append(lost)))
        .isInstanceOfSatisfying(
            AppendOutcome.Failed.class,
            failed -> assertThat(failed.cause()).contains("nothing more is signed"));
  }

  private void putBackTheFirst(int entries) {
    database.tamper("delete from ledger.checkpoint where size > " + entries);
    for (String table : List.of("event", "entry_tag", "entry")) {
      database.tamper("delete from ledger.%s where position >= %d".formatted(table, entries));
    }
  }

  /** In memory, and out of reach when the test says so. */
  private static final class Home implements CheckpointHome {
    private volatile Optional<SignedNote> kept = Optional.empty();
    private volatile boolean reachable = true;
    private volatile int refused;

    @Override
    public Optional<SignedNote> newest() {
      return kept;
    }

    @Override
    public synchronized boolean advance(Optional<SignedNote> expected, SignedNote next)
        throws IOException {
      if (!reachable) {
        refused++;
        throw new IOException("the second home is out of reach");
      }
      if (!kept.equals(expected)) {
        return false;
      }
      kept = Optional.of(next);
      return true;
    }
  }
}
