package io.tanlian.benchmarks.material;

import io.tanlian.benchmarks.ledger.Callers;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.statement.Claim;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Brings batches onto a ledger, through the admission. */
final class Batches {
  private Batches() {}

  /** So many batches of recovered nickel. */
  static List<BatchId> recovered(MaterialNode node, int count, long nickelGrams) throws Exception {
    return brought(node, count, () -> Nickel.recovery(nickelGrams));
  }

  /** The batch of each of so many statements. */
  static List<BatchId> brought(MaterialNode node, int count, Supplier<Claim> claim)
      throws Exception {
    List<Company.Signed> signed = Ready.of(count, () -> node.company().sign(claim.get()));
    recordAll(node, signed);
    return signed.stream().map(one -> new BatchId(one.id(), Nickel.LOT)).toList();
  }

  /** Posts them all, by many callers. */
  static void recordAll(MaterialNode node, List<Company.Signed> signed) throws Exception {
    Queue<Company.Signed> waiting = new ConcurrentLinkedQueue<>(signed);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running =
          IntStream.range(0, Callers.CALLERS)
              .<Future<?>>mapToObj(_ ->
                  threads.submit(() -> {
                    for (Company.Signed next = waiting.poll();
                        next != null;
                        next = waiting.poll()) {
                      node.record(next.compact());
                    }
                    return null;
                  }))
              .toList();
      for (Future<?> caller : running) {
        caller.get();
      }
    }
  }
}
