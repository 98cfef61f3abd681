package io.tanlian.ledger.forward;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.Sequencer;
import io.tanlian.ledger.election.Leader;
import io.tanlian.ledger.election.Leaders;
import io.tanlian.ledger.sequencer.Term;
import io.tanlian.ledger.storage.HeadSignal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sequencer of one node of several: appends here while this node leads, else at the leader.
 * When the lead moves meanwhile it tries again with the same event ids, which is safe: what went
 * through before answers {@link AppendOutcome.Duplicate}.
 */
public final class ForwardingSequencer implements Sequencer {
  private static final Logger LOG = LoggerFactory.getLogger(ForwardingSequencer.class);

  private static final AppendOutcome NOBODY = new AppendOutcome.NotLeading();

  private final Sequencer local;
  private final Term term;
  private final Leaders leaders;
  private final LeaderLink link;
  private final HeadSignal signal;
  private final ForwardingLimits limits;
  private final Semaphore forwards;

  /**
   * Forwards where {@code local} cannot append.
   *
   * @param local the sequencer of this node itself
   * @param term whether this node leads
   * @param leaders who does otherwise
   * @param signal told what was appended elsewhere
   */
  public ForwardingSequencer(
      Sequencer local,
      Term term,
      Leaders leaders,
      LeaderLink link,
      HeadSignal signal,
      ForwardingLimits limits) {
    this.local = local;
    this.term = term;
    this.leaders = leaders;
    this.link = link;
    this.signal = signal;
    this.limits = limits;
    this.forwards = new Semaphore(limits.forwardsMax());
  }

  @Override
  public CompletableFuture<AppendOutcome> append(
      List<NewEntry> entries, AppendCondition condition) {
    AppendMessage append = new AppendMessage(entries, condition);
    return term.epoch() < 0
        ? elsewhere(append)
        : here(append)
            .thenCompose(outcome ->
                outcome instanceof AppendOutcome.NotLeading
                    ? elsewhere(append)
                    : CompletableFuture.completedFuture(outcome));
  }

  private CompletableFuture<AppendOutcome> here(AppendMessage append) {
    return local.append(append.entries(), append.condition());
  }

  private CompletableFuture<AppendOutcome> elsewhere(AppendMessage append) {
    if (!forwards.tryAcquire()) {
      return CompletableFuture.completedFuture(new AppendOutcome.Busy(limits.retryAfterMs()));
    }
    CompletableFuture<AppendOutcome> answer = new CompletableFuture<>();
    Thread.ofVirtual().name("forwarded-append").start(() -> answer.complete(attempt(append)));
    return answer;
  }

  private AppendOutcome attempt(AppendMessage append) {
    try {
      return wherever(append, append.encode());
    } catch (IllegalArgumentException e) {
      return new AppendOutcome.Refused(String.valueOf(e.getMessage()));
    } catch (InterruptedException | RuntimeException e) {
      LOG.error("an append could not be forwarded", e);
      return new AppendOutcome.Failed("forwarding it failed; the append may still go through");
    } finally {
      forwards.release();
    }
  }

  /** Tries here or there, as the lead moves, until one of them answers or the time is up. */
  private AppendOutcome wherever(AppendMessage append, byte[] message) throws InterruptedException {
    long deadline = System.nanoTime() + limits.patience().toNanos();
    while (true) {
      Optional<Leader> leader = leaders.newest();
      AppendOutcome outcome = NOBODY;
      if (term.epoch() > 0) {
        outcome = await(here(append), () -> System.nanoTime() < deadline);
      } else if (leader.isPresent()) {
        CompletableFuture<byte[]> sent = link.send(leader.get().address(), message);
        outcome =
            await(
                sent.thenApply(OutcomeMessage::decode),
                () -> System.nanoTime() < deadline && leaders.newest().equals(leader));
        sent.cancel(true);
      }
      if (outcome instanceof AppendOutcome.Appended appended) {
        signal.advance(appended.treeSize());
      }
      if (!outcome.equals(NOBODY)) {
        return outcome;
      }
      if (leaders.outOfTouch().compareTo(limits.patienceOutOfTouch()) > 0) {
        return failed("the database does not answer this node, nor does a leading node", leader);
      }
      if (System.nanoTime() > deadline) {
        return failed(
            "no leading node answered within %d s".formatted(limits.patience().toSeconds()),
            leader);
      }
      Thread.sleep(limits.pause());
    }
  }

  private static AppendOutcome failed(String why, Optional<Leader> newest) {
    return new AppendOutcome.Failed(
        "%s (elected last: %s); the append may still go through, so try again with the same event ids"
            .formatted(why, newest.map(last -> last.address().node()).orElse("none")));
  }

  /** The answer, if it comes while it is worth waiting for; a leader that was replaced has none. */
  private AppendOutcome await(CompletableFuture<AppendOutcome> answer, BooleanSupplier worthwhile)
      throws InterruptedException {
    while (worthwhile.getAsBoolean()) {
      try {
        return answer.get(limits.pause().toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        LOG.trace("no answer of the leader yet");
      } catch (ExecutionException e) {
        LOG.debug("the leader did not answer", e);
        return NOBODY;
      }
    }
    return NOBODY;
  }
}
