package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.Sequencer;
import io.tanlian.ledger.seen.KeyHash;
import io.tanlian.ledger.sequencer.CheckpointKeeper.ForkedLedgerException;
import io.tanlian.ledger.storage.HeadSignal;
import io.tanlian.tlog.note.NoteSigner;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sequencer of one node. Its single thread drains what is waiting into one transaction; while
 * that commits, the next batch gathers by itself. Several nodes may run on one database; of those
 * only the one that leads appends.
 */
public final class PostgresSequencer implements Sequencer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresSequencer.class);

  /** A thread for each would cost more than what it has to do. */
  private static final int ANSWERED_TOGETHER = 32;

  private static final AppendOutcome CLOSED =
      new AppendOutcome.Failed("the sequencer is closed; nothing was appended");
  private static final AppendOutcome NOT_TAKEN =
      new AppendOutcome.Failed("nothing was appended: the database did not take it");
  private static final AppendOutcome DAMAGED =
      new AppendOutcome.Failed(
          "nothing was appended: the stored ledger is damaged, and nothing more is signed");
  private static final AppendOutcome FORKED =
      new AppendOutcome.Failed(
          "nothing was appended: the ledger lacks a checkpoint that was signed, and nothing more is signed");
  private static final AppendOutcome NOT_KEPT =
      new AppendOutcome.Failed(
          "the checkpoint did not reach its second home; the append may have gone through, so try again with the same event ids");

  private final SequencerLimits limits;
  private final Term term;
  private final AppendQueue queue;
  private final Outage outage;
  private final BatchTransaction transaction;
  private final PartitionRoom room;
  private final HeadSignal signal;
  private final List<CommitListener> listeners;
  private final SecondHome home;
  private final Acknowledgements acknowledgements;
  private final KeyHash hash = KeyHash.seeded();
  private final AppendOutcome late;
  private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread thread;

  /**
   * Starts the sequencer of the only node, without a second home for its checkpoints.
   *
   * @param dataSource of the service role; needs two connections at a time, and is best not shared
   * @param signer the log's key; its name is the log's origin
   * @param signal told after each commit
   */
  public PostgresSequencer(
      DataSource dataSource, NoteSigner signer, HeadSignal signal, SequencerLimits limits) {
    this(dataSource, signer, signal, limits, Surroundings.NONE);
  }

  /** Starts the sequencer of a node. */
  public PostgresSequencer(
      DataSource dataSource,
      NoteSigner signer,
      HeadSignal signal,
      SequencerLimits limits,
      Surroundings around) {
    this.limits = limits;
    this.late =
        new AppendOutcome.Failed(
            "no answer within %d ms; the append may still go through, so try again with the same event ids"
                .formatted(limits.answerTimeoutMs()));
    this.queue = new AppendQueue(limits);
    this.outage = new Outage(queue);
    this.term = around.term();
    this.transaction =
        new BatchTransaction(dataSource, signer, limits, hash, around.absentEvents());
    this.room = new PartitionRoom(dataSource);
    this.signal = signal;
    this.listeners = around.listeners();
    this.home = new SecondHome(around.home(), dataSource);
    this.acknowledgements = new Acknowledgements(this::announce, home::keep);
    this.thread = Thread.ofPlatform().name("ledger-sequencer").daemon().start(this::run);
  }

  @Override
  public CompletableFuture<AppendOutcome> append(
      List<NewEntry> entries, AppendCondition condition) {
    return switch (PendingAppend.prepare(entries, condition, limits, hash)) {
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
    Duration patience = Duration.ofMillis(limits.closeTimeoutMs());
    try {
      if (!thread.join(patience)) {
        thread.interrupt();
        LOG.error("the sequencer did not drain in {} ms", limits.closeTimeoutMs());
      }
      acknowledgements.close(patience);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
    answers.shutdown();
  }

  private CompletableFuture<AppendOutcome> answered(PendingAppend append) {
    return append.answer().completeOnTimeout(late, limits.answerTimeoutMs(), TimeUnit.MILLISECONDS);
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
    if (home.isForked()) {
      answer(batch, FORKED);
      return;
    }
    long epoch = term.epoch();
    if (epoch < 0) {
      answer(batch, new AppendOutcome.NotLeading());
      return;
    }
    try {
      EndedBatch ended = commit(epoch, batch);
      acknowledgements.add(
          new Acknowledgements.Acknowledgement(
              ended.batch(), () -> answer(batch, ended.answers()), () -> answer(batch, NOT_KEPT)));
      if (ended.batch().isPresent()) {
        room.keepAheadOf(ended.batch().get().treeSize());
      }
    } catch (BatchTransaction.NotLeadingException _) {
      answer(batch, new AppendOutcome.NotLeading());
    } catch (CorruptLedgerException e) {
      fail(batch, DAMAGED, e);
    } catch (ForkedLedgerException e) {
      fail(batch, FORKED, e);
    } catch (SQLException e) {
      fail(batch, NOT_TAKEN, e);
      awaitDatabase();
    } catch (IOException | RuntimeException e) {
      fail(batch, NOT_TAKEN, e);
    }
  }

  /** Each batch would find out for itself, and its callers wait as long as this does. */
  private void awaitDatabase() throws InterruptedException {
    outage.answerTo(() -> {
      if (!queue.isClosed()) {
        transaction.reach();
      }
      return true;
    });
  }

  private void announce(CommittedBatch committed) {
    for (CommitListener listener : listeners) {
      try {
        listener.committed(committed);
      } catch (RuntimeException e) {
        LOG.error("a listener failed over the commit of tree size {}", committed.treeSize(), e);
      }
    }
    signal.advance(committed.treeSize());
  }

  private static void answer(List<PendingAppend> batch, AppendOutcome outcome) {
    batch.forEach(append -> append.answer().complete(outcome));
  }

  /** Makes the receipts on threads of their own: the next batch need not wait for them. */
  private void answer(List<PendingAppend> batch, List<Answer> ended) {
    for (int begin = 0; begin < batch.size(); begin += ANSWERED_TOGETHER) {
      int from = begin;
      int to = Math.min(batch.size(), begin + ANSWERED_TOGETHER);
      answers.execute(() -> {
        for (int i = from; i < to; i++) {
          batch.get(i).answer().complete(ended.get(i).outcome());
        }
      });
    }
  }

  /** What the database says can name tables, hosts and values: it is for the log alone. */
  private static void fail(List<PendingAppend> batch, AppendOutcome failed, Exception cause) {
    LOG.error("a batch of {} appends failed", batch.size(), cause);
    answer(batch, failed);
  }

  private EndedBatch commit(long epoch, List<PendingAppend> batch)
      throws SQLException,
          IOException,
          InterruptedException,
          BatchTransaction.NotLeadingException,
          ForkedLedgerException {
    while (true) {
      if (!transaction.knowsTree(epoch)) {
        home.requireSameHistory();
      }
      try {
        return transaction.commit(epoch, batch);
      } catch (BatchTransaction.OutdatedTreeException _) {
        LOG.info("the ledger is not as this node left it; reading where it ends");
      } catch (BatchTransaction.AmbiguousCommit ambiguous) {
        LOG.warn("a commit has no answer; reading the ledger before anything else", ambiguous);
        return outage.answerTo(() -> transaction.resolve(ambiguous));
      }
    }
  }
}
