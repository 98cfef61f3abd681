package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.Sequencer;
import io.tanlian.ledger.storage.HeadSignal;
import io.tanlian.tlog.note.NoteSigner;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sequencer of one node. Its single thread drains what is waiting into one transaction; while
 * that commits, the next batch gathers by itself. Several nodes may run on one database.
 */
public final class PostgresSequencer implements Sequencer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresSequencer.class);
  private static final Duration RESOLVE_PAUSE = Duration.ofMillis(200);
  private static final AppendOutcome CLOSED =
      new AppendOutcome.Failed("the sequencer is closed; nothing was appended");
  private static final AppendOutcome NOT_TAKEN =
      new AppendOutcome.Failed("nothing was appended: the database did not take it");
  private static final AppendOutcome DAMAGED =
      new AppendOutcome.Failed(
          "nothing was appended: the stored ledger is damaged, and nothing more is signed");

  private final SequencerLimits limits;
  private final AppendQueue queue;
  private final BatchTransaction transaction;
  private final HeadSignal signal;
  private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread thread;

  /**
   * Starts the sequencer.
   *
   * @param dataSource of the service role; needs one connection at a time, and is best not shared
   * @param signer the log's key; its name is the log's origin
   * @param signal told after each commit
   */
  public PostgresSequencer(
      DataSource dataSource, NoteSigner signer, HeadSignal signal, SequencerLimits limits) {
    this.limits = limits;
    this.queue = new AppendQueue(limits);
    this.transaction = new BatchTransaction(dataSource, signer, limits);
    this.signal = signal;
    this.thread = Thread.ofPlatform().name("ledger-sequencer").daemon().start(this::run);
  }

  @Override
  public CompletableFuture<AppendOutcome> append(
      List<NewEntry> entries, AppendCondition condition) {
    return switch (PendingAppend.prepare(entries, condition, limits)) {
      case PendingAppend.Unacceptable(String reason) ->
          CompletableFuture.completedFuture(new AppendOutcome.Refused(reason));
      case PendingAppend.Ready(PendingAppend append) ->
          switch (queue.offer(append)) {
            case ACCEPTED -> answered(append);
            case FULL ->
                CompletableFuture.completedFuture(new AppendOutcome.Busy(limits.retryAfterMs()));
            case CLOSED -> CompletableFuture.completedFuture(CLOSED);
          };
    };
  }

  /** Takes no more appends, commits those that wait, and ends. */
  @Override
  public void close() {
    queue.close();
    try {
      if (!thread.join(Duration.ofMillis(limits.closeTimeoutMs()))) {
        thread.interrupt();
        LOG.error("the sequencer did not drain in {} ms", limits.closeTimeoutMs());
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
    answers.shutdown();
  }

  private CompletableFuture<AppendOutcome> answered(PendingAppend append) {
    AppendOutcome late =
        new AppendOutcome.Failed(
            "no answer within %d ms; the append may still go through, so try again with the same event ids"
                .formatted(limits.answerTimeoutMs()));
    return append
        .answer()
        .completeOnTimeout(late, limits.answerTimeoutMs(), TimeUnit.MILLISECONDS)
        .thenApplyAsync(Function.identity(), answers);
  }

  private void run() {
    try {
      for (List<PendingAppend> batch = queue.nextBatch();
          !batch.isEmpty();
          batch = queue.nextBatch()) {
        List<PendingAppend> awaited =
            batch.stream().filter(append -> !append.answer().isDone()).toList();
        if (!awaited.isEmpty()) {
          process(awaited);
        }
      }
    } catch (InterruptedException _) {
      LOG.info("the sequencer was interrupted and ends");
    } finally {
      queue.close();
    }
  }

  private void process(List<PendingAppend> batch) throws InterruptedException {
    try {
      BatchTransaction.Committed committed = commit(batch);
      signal.advance(committed.treeSize());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).answer().complete(committed.outcomes().get(i));
      }
    } catch (CorruptLedgerException e) {
      fail(batch, DAMAGED, e);
    } catch (SQLException | RuntimeException e) {
      fail(batch, NOT_TAKEN, e);
    }
  }

  /** What the database says can name tables, hosts and values: it is for the log alone. */
  private static void fail(List<PendingAppend> batch, AppendOutcome failed, Exception cause) {
    LOG.error("a batch of {} appends failed", batch.size(), cause);
    batch.forEach(append -> append.answer().complete(failed));
  }

  private BatchTransaction.Committed commit(List<PendingAppend> batch)
      throws SQLException, InterruptedException {
    try {
      return transaction.commit(batch);
    } catch (BatchTransaction.AmbiguousCommit ambiguous) {
      LOG.warn("a commit has no answer; reading the ledger before anything else", ambiguous);
      while (true) {
        try {
          return transaction.resolve(ambiguous);
        } catch (SQLException e) {
          LOG.error("the ledger cannot be read yet to resolve a commit", e);
          Thread.sleep(RESOLVE_PAUSE);
        }
      }
    }
  }
}
