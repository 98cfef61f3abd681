package io.tanlian.ledger.forward;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.TestEntries;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Several callers that append one event after another through a node, each event until it is known
 * to be on the ledger.
 */
final class Callers {
  private static final Duration END_TIMEOUT = Duration.ofSeconds(90);
  private static final long RETRY_PAUSE_MS = 20;

  private final Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Object> unexpected = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads;
  private volatile boolean enough;

  private Callers(List<NodeProcess> nodes, int each) {
    this.threads =
        nodes.stream()
            .flatMap(node ->
                IntStream.range(0, each).mapToObj(_ -> Thread.startVirtualThread(() -> run(node))))
            .toList();
  }

  /** Starts so many callers at each of the nodes. */
  static Callers start(List<NodeProcess> nodes, int each) {
    return new Callers(nodes, each);
  }

  private void run(NodeProcess node) {
    try {
      while (!enough) {
        appendUntilKnown(node, TestEntries.newEntry("load"));
      }
    } catch (InterruptedException | RuntimeException e) {
      unexpected.add(e);
    }
  }

  private void appendUntilKnown(NodeProcess node, NewEntry entry) throws InterruptedException {
    UUID id = entry.entry().eventId();
    while (!acknowledged.containsKey(id)) {
      try {
        switch (node.append(SocketLink.Door.ANYWHERE, entry)) {
          case AppendOutcome.Appended(long index, long _, var _) -> acknowledged.put(id, index);
          case AppendOutcome.Duplicate(UUID _, long index) -> acknowledged.put(id, index);
          case AppendOutcome.Failed _, AppendOutcome.Busy _ -> Thread.sleep(RETRY_PAUSE_MS);
          case AppendOutcome other -> throw new IllegalStateException(other.toString());
        }
      } catch (IOException e) {
        if (enough) {
          return;
        }
        Thread.sleep(RETRY_PAUSE_MS);
      }
    }
  }

  int acknowledgedCount() {
    return acknowledged.size();
  }

  void awaitMore(int count) throws InterruptedException {
    int wanted = acknowledgedCount() + count;
    long deadline = System.nanoTime() + END_TIMEOUT.toNanos();
    while (acknowledgedCount() < wanted) {
      if (System.nanoTime() > deadline || !unexpected.isEmpty()) {
        throw new AssertionError(
            "%d of %d events were acknowledged; %s"
                .formatted(acknowledgedCount(), wanted, unexpected));
      }
      Thread.sleep(RETRY_PAUSE_MS);
    }
  }

  /** Ends them when each knows of its last event; what index each acknowledged event has. */
  Map<UUID, Long> finish() throws InterruptedException {
    enough = true;
    for (Thread thread : threads) {
      if (!thread.join(END_TIMEOUT)) {
        throw new AssertionError("a caller hangs");
      }
    }
    if (!unexpected.isEmpty()) {
      throw new AssertionError("unexpected: " + unexpected);
    }
    return acknowledged;
  }
}
