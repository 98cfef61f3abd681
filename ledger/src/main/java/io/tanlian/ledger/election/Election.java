package io.tanlian.ledger.election;

import io.tanlian.ledger.sequencer.Term;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one node of a log lead. Who holds the lock of an {@link ElectionSession} begins an epoch;
 * the epoch is checked in the transaction of every batch, so a node that does not know yet that it
 * lost the lead commits nothing.
 */
public final class Election implements Term, Leaders, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Election.class);
  private static final long NOT_LEADING = -1;

  private final DataSource sessions;
  private final NodeAddress self;
  private final Lease lease;
  private final List<TermListener> listeners;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile long epoch = NOT_LEADING;
  private volatile Optional<Leader> newest = Optional.empty();
  private volatile OptionalLong lostAtNanos = OptionalLong.of(System.nanoTime());

  /**
   * Starts to run for the lead.
   *
   * @param sessions of the service role; gives a new session each time, whose waits have limits,
   *     straight to the server and not through a pool
   * @param self how the other nodes reach this one
   * @param lease the same on every node
   */
  public Election(
      DataSource sessions, NodeAddress self, Lease lease, List<TermListener> listeners) {
    this.sessions = sessions;
    this.self = self;
    this.lease = lease;
    this.listeners = List.copyOf(listeners);
    this.thread = Thread.ofPlatform().name("ledger-election").daemon().start(this::run);
  }

  /** The epoch that this node leads, as far as it knows; negative while it leads none. */
  @Override
  public long epoch() {
    return epoch;
  }

  @Override
  public Optional<Leader> newest() {
    return newest;
  }

  @Override
  public Duration outOfTouch() {
    OptionalLong lostAt = lostAtNanos;
    return lostAt.isPresent()
        ? Duration.ofNanos(System.nanoTime() - lostAt.getAsLong())
        : Duration.ZERO;
  }

  /** Gives up the lead, which the next node can take at once. */
  @Override
  public void close() {
    closing.countDown();
    try {
      if (!thread.join(lease.length())) {
        LOG.error("the election did not end within {}", lease.length());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    boolean reported = false;
    while (!isClosing()) {
      try (ElectionSession session = ElectionSession.open(sessions, lease)) {
        reported = false;
        lostAtNanos = OptionalLong.empty();
        follow(session);
        if (!isClosing()) {
          lead(session);
        }
      } catch (SQLException | RuntimeException e) {
        if (!reported) {
          LOG.warn("node {} has no session at the election; it tries again", self, e);
          reported = true;
        }
      } finally {
        noteLoss();
      }
      pause(lease.tryEvery());
    }
  }

  /** Only the first since there was a session counts. */
  private void noteLoss() {
    if (lostAtNanos.isEmpty()) {
      lostAtNanos = OptionalLong.of(System.nanoTime());
    }
  }

  private void follow(ElectionSession session) throws SQLException {
    while (!isClosing() && !session.tryLock()) {
      learn(session.newest());
      pause(lease.tryEvery());
    }
  }

  private void lead(ElectionSession session) throws SQLException {
    long began = session.begin(self);
    learn(Optional.of(new Leader(began, self)));
    epoch = began;
    try {
      listeners.forEach(listener -> listener.began(began));
      while (!isClosing() && newest.filter(leader -> leader.epoch() == began).isPresent()) {
        pause(lease.pingEvery());
        learn(session.newest());
      }
    } finally {
      epoch = NOT_LEADING;
      LOG.info("node {} no longer leads epoch {}", self, began);
      listeners.forEach(listener -> listener.ended(began));
    }
  }

  private void learn(Optional<Leader> stored) {
    if (!stored.equals(newest)) {
      newest = stored;
      stored.ifPresent(
          leader -> LOG.info("epoch {} is led by {}", leader.epoch(), leader.address()));
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void pause(Duration duration) {
    try {
      closing.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      closing.countDown();
    }
  }
}
