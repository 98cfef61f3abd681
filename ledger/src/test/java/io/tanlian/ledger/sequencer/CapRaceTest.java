package io.tanlian.ledger.sequencer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestEntries;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A rule over two tags, "at most so many of this product to this buyer", raced for. */
@Execution(ExecutionMode.CONCURRENT)
class CapRaceTest {
  private static final int RACES = 1_000;
  private static final int CONTENDERS_AT_ONCE = 40;
  private static final int CONTENDERS = 4;
  private static final int CAP = 2;
  private static final int BUYERS = 10;

  @Test
  void of_those_who_race_for_a_cap_exactly_as_many_get_through_as_it_lets() throws Exception {
    Semaphore lanes = new Semaphore(CONTENDERS_AT_ONCE);
    try (TestDatabase database = TestServer.newDatabase();
        TestNode node = TestNode.on(database);
        ExecutorService contenders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int race = 0; race < RACES; race++) {
        String product = "product:" + race / BUYERS;
        String buyer = "buyer:" + race % BUYERS;
        CyclicBarrier start = new CyclicBarrier(CONTENDERS);
        for (int contender = 0; contender < CONTENDERS; contender++) {
          lanes.acquire();
          answers.add(
              contenders.submit(() -> {
                try {
                  start.await();
                  return admit(node, product, buyer);
                } finally {
                  lanes.release();
                }
              }));
        }
      }
      int admitted = 0;
      for (Future<Boolean> answer : answers) {
        admitted += answer.get() ? 1 : 0;
      }
      assertThat(admitted).isEqualTo(RACES * CAP);
      requireCapInEachRace(node.ledger());
    }
  }

  private static void requireCapInEachRace(Ledger ledger) {
    long head = ledger.head();
    assertThat(head).isEqualTo(RACES * CAP);
    for (int race = 0; race < RACES; race++) {
      Set<String> both = Set.of("product:" + race / BUYERS, "buyer:" + race % BUYERS);
      assertThat(ledger.byTags(Set.of(both), head)).as("race %d", race).hasSize(CAP);
    }
  }

  private static boolean admit(TestNode node, String product, String buyer) {
    Set<Set<String>> boundary = Set.of(Set.of(product, buyer));
    while (true) {
      long seen = node.ledger().head() - 1;
      if (node.ledger().byTags(boundary, seen).size() >= CAP) {
        return false;
      }
      AppendOutcome outcome =
          TestNode.outcome(
              node.sequencer()
                  .append(
                      List.of(TestEntries.newEntry(product, buyer)),
                      new AppendCondition(seen, boundary)));
      switch (outcome) {
        case AppendOutcome.Appended _ -> {
          return true;
        }
        case AppendOutcome.Conflict _, AppendOutcome.Busy _ -> {}
        default -> throw new AssertionError("unexpected: " + outcome);
      }
    }
  }
}
