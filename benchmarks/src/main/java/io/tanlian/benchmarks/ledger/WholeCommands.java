package io.tanlian.benchmarks.ledger;

import io.tanlian.benchmarks.database.BenchmarkDatabase;
import io.tanlian.benchmarks.harness.Side;
import io.tanlian.benchmarks.harness.Turn;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.decision.Decision;
import io.tanlian.ledger.decision.DecisionOutcome;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.tlog.entry.EntryCodec;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The whole way of a command: state by tags, decision, append, receipt. One receipt in a thousand
 * is verified after the clock has stopped.
 */
final class WholeCommands implements Side {
  private static final int VERIFIED_ONE_IN = 1_000;

  private final BenchmarkDatabase database;
  private final LedgerNode node;
  private final Workload workload;
  private final CappedProducts products = new CappedProducts();
  private final Queue<Proved> sample = new ConcurrentLinkedQueue<>();

  private record Proved(NewEntry entry, Receipt receipt) {}

  private enum Full {
    FULL
  }

  WholeCommands(BenchmarkDatabase database, Workload workload) {
    this.database = database;
    this.node = new LedgerNode(database);
    this.workload = workload;
  }

  @Override
  public Turn turn(Duration time) throws Exception {
    double perSecond = Callers.perSecond(time, this::command);
    Proved proved = sample.poll();
    while (proved != null) {
      Verdict verdict =
          proved
              .receipt()
              .verify(
                  MerkleTree.leafHash(EntryCodec.encode(proved.entry().entry())), node.logKey());
      if (!verdict.holds()) {
        throw new IllegalStateException("a receipt does not hold: " + verdict);
      }
      proved = sample.poll();
    }
    return Turn.of(perSecond);
  }

  private int command() {
    int slot = products.anySlot();
    String product = products.tag(slot);
    NewEntry entry = workload.entry(product);
    DecisionOutcome<Full> outcome =
        node.commands()
            .decide(
                Set.of(Set.of(product)),
                history ->
                    history.size() < CappedProducts.ENTRIES_MAX
                        ? new Decision.Append<>(List.of(entry))
                        : new Decision.Refuse<>(Full.FULL));
    return switch (outcome) {
      case DecisionOutcome.Appended<Full>(long index, List<Receipt> receipts) -> {
        prove(entry, index, receipts.getFirst());
        yield 1;
      }
      case DecisionOutcome.Refused<Full> _ -> {
        products.replace(slot);
        yield 0;
      }
      default -> throw new IllegalStateException("not decided: " + outcome);
    };
  }

  private void prove(NewEntry entry, long index, Receipt receipt) {
    if (receipt.index() != index) {
      throw new IllegalStateException("the receipt of another entry: " + receipt);
    }
    if (ThreadLocalRandom.current().nextInt(VERIFIED_ONE_IN) == 0) {
      sample.add(new Proved(entry, receipt));
    }
  }

  @Override
  public void close() {
    node.close();
    database.close();
  }
}
