package io.tanlian.ledger.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.fault.FaultyLine.Entries;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While the database is dead callers are told so soon, and none of them is told what is not so. */
class DeadDatabaseTest {
  private static final long ANSWER_TIMEOUT_MS = 20_000;

  /** Soon enough to try again elsewhere or later; far from the answer timeout. */
  private static final Duration SOON = Duration.ofSeconds(3);

  private static final Duration DEADLINE = Duration.ofSeconds(15);

  private final FaultyLine line;

  DeadDatabaseTest() throws IOException {
    line = new FaultyLine(ANSWER_TIMEOUT_MS);
  }

  @AfterEach
  void stop() throws IOException {
    line.close();
  }

  @Test
  void while_a_commit_is_in_doubt_new_appends_are_turned_away_and_its_own_learns_the_truth() {
    int messages = line.messagesOf(Entries.MANY);
    List<NewEntry> doubtful = Entries.MANY.fresh();
    line.network().strike(NetworkProxy.Fault.DIE_AFTER, messages - 1);
    CompletableFuture<AppendOutcome> inDoubt = line.send(doubtful);
    await().atMost(DEADLINE).until(line.network()::hasStruck);

    turnedAwaySoon();
    turnedAwaySoon();
    assertThat(inDoubt).isNotDone();

    line.network().revive();
    AppendOutcome truth = TestNode.outcome(inDoubt);
    assertThat(truth).isInstanceOf(AppendOutcome.Appended.class);
    line.requireTruth(doubtful, truth);
  }

  @Test
  void without_a_connection_appends_are_turned_away_until_there_is_one_again() {
    line.append();
    line.network().die();
    List<NewEntry> first = turnedAwaySoon();
    List<NewEntry> second = turnedAwaySoon();

    line.network().revive();
    await().atMost(DEADLINE).untilAsserted(() -> line.appendAtOnce());
    assertNotAppended(first);
    assertNotAppended(second);
  }

  @Test
  void a_sequencer_without_a_connection_closes_soon() {
    line.append();
    line.network().die();
    turnedAwaySoon();
    long begun = System.nanoTime();
    line.closeNode();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
  }

  private List<NewEntry> turnedAwaySoon() {
    List<NewEntry> entries = Entries.FEW.fresh();
    CompletableFuture<AppendOutcome> answer = line.send(entries);
    assertThat(answer).succeedsWithin(SOON);
    assertThat(answer.join())
        .isInstanceOfSatisfying(
            AppendOutcome.Failed.class,
            failed -> assertThat(failed.cause()).contains(FaultyLine.NOTHING_APPENDED));
    return entries;
  }

  private void assertNotAppended(List<NewEntry> entries) {
    assertThat(line.indexOf(entries)).isEmpty();
  }
}
