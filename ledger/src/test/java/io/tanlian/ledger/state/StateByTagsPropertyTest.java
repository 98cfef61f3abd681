package io.tanlian.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.Boundary;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestEntries;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.TestServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Memory and database give the same answer at the same head, whatever happens meanwhile. On
 * platform threads: readers that never wait would keep virtual ones from everybody else.
 */
@Execution(ExecutionMode.CONCURRENT)
class StateByTagsPropertyTest {
  private static final int TAGS = 12;
  private static final int WRITERS_PER_NODE = 3;
  private static final int READERS_PER_NODE = 3;
  private static final int APPENDS_PER_WRITER = 80;

  /** Memory for about three entries a line; for some lines; for all. */
  @ParameterizedTest
  @ValueSource(longs = {16_000, 200_000, 64_000_000})
  void every_answer_is_that_of_the_database_at_the_same_head(long bytesMax) throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    try (TestDatabase database = TestServer.newDatabase();
        CachingNode first = CachingNode.on(database, bytesMax);
        CachingNode second = CachingNode.on(database, bytesMax);
        ExecutorService threads = Executors.newCachedThreadPool()) {
      List<CachingNode> nodes = List.of(first, second);
      nodes.forEach(node -> Awaitility.await().until(() -> node.state().applied() == 0));
      CountDownLatch writing = new CountDownLatch(nodes.size() * WRITERS_PER_NODE);
      List<Future<Integer>> work = new ArrayList<>();
      for (CachingNode node : nodes) {
        for (int i = 0; i < WRITERS_PER_NODE; i++) {
          work.add(threads.submit(writer(node, new Random(seed + work.size()), writing)));
        }
        for (int i = 0; i < READERS_PER_NODE; i++) {
          work.add(threads.submit(reader(node, new Random(seed + work.size()), writing)));
        }
      }
      int done = 0;
      for (Future<Integer> each : work) {
        done += each.get();
      }
      assertThat(done).isGreaterThan(nodes.size() * WRITERS_PER_NODE * APPENDS_PER_WRITER);
      for (CachingNode node : nodes) {
        node.caughtUp();
        for (int tag = 0; tag < TAGS; tag++) {
          Set<Set<String>> criteria = Set.of(Set.of("tag:" + tag));
          assertThat(node.state().read(criteria))
              .isEqualTo(stored(node, criteria, node.ledger().head()));
        }
      }
    }
  }

  private static Callable<Integer> writer(CachingNode node, Random random, CountDownLatch writing) {
    return () -> {
      try {
        for (int i = 0; i < APPENDS_PER_WRITER; i++) {
          List<NewEntry> entries =
              IntStream.rangeClosed(0, random.nextInt(3))
                  .mapToObj(_ -> TestEntries.newEntry(tags(random, 3).toArray(String[]::new)))
                  .toList();
          assertThat(TestNode.outcome(node.sequencer().append(entries, AppendCondition.none())))
              .isInstanceOf(AppendOutcome.Appended.class);
        }
        return APPENDS_PER_WRITER;
      } finally {
        writing.countDown();
      }
    };
  }

  private static Callable<Integer> reader(CachingNode node, Random random, CountDownLatch writing) {
    return () -> {
      int reads = 0;
      long head = 0;
      while (writing.getCount() > 0) {
        Map<Set<String>, Long> from = new HashMap<>();
        for (int sets = random.nextInt(3); sets >= 0; sets--) {
          from.put(tags(random, 2), random.nextBoolean() ? 0 : random.nextLong(head + 2));
        }
        Boundary boundary = new Boundary(from);
        TagHistory history = node.state().read(boundary);
        assertThat(history.head()).isGreaterThanOrEqualTo(head);
        assertThat(history.entries())
            .isEqualTo(
                stored(node, boundary.criteria(), history.head()).entries().stream()
                    .filter(boundary::reads)
                    .toList());
        head = history.head();
        reads++;
      }
      return reads;
    };
  }

  private static TagHistory stored(CachingNode node, Set<Set<String>> criteria, long head) {
    return new TagHistory(head, node.ledger().byTags(criteria, head - 1));
  }

  /** One to so many tags; the lower the number, the more often; now and then one never seen. */
  private static Set<String> tags(Random random, int max) {
    Set<String> tags = new HashSet<>();
    for (int more = random.nextInt(max); more >= 0; more--) {
      int number = random.nextInt(random.nextInt(TAGS) + 1);
      tags.add(random.nextInt(50) == 0 ? "rare:" + random.nextInt() : "tag:" + number);
    }
    return tags;
  }
}
