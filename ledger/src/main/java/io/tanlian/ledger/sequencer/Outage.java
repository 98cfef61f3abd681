package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.AppendOutcome;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until the database answers again. Meanwhile nobody waits behind: appends whose turn has not
 * come are turned away soon, and truly, for nothing of them was begun.
 */
final class Outage {
  private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

  /** A connection that was lost is most often replaced by then. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Duration TURNING_AWAY_PAUSE = Duration.ofMillis(100);
  private static final Duration TRY_PAUSE = Duration.ofMillis(200);
  private static final AppendOutcome TURNED_AWAY =
      new AppendOutcome.Failed("nothing was appended: the database does not answer");

  private final AppendQueue queue;

  Outage(AppendQueue queue) {
    this.queue = queue;
  }

  /** What the database is asked. */
  @FunctionalInterface
  interface Question<T> {
    T ask() throws SQLException;
  }

  /** Asks until there is an answer. */
  <T> T answerTo(Question<T> question) throws InterruptedException {
    Thread turningAway = Thread.ofVirtual().name("ledger-turning-away").start(this::turnAway);
    try {
      while (true) {
        try {
          return question.ask();
        } catch (SQLException e) {
          LOG.error("the database does not answer yet", e);
          Thread.sleep(TRY_PAUSE);
        }
      }
    } finally {
      turningAway.interrupt();
    }
  }

  private void turnAway() {
    try {
      Thread.sleep(PATIENCE);
      while (true) {
        queue.drain().forEach(append -> append.answer().complete(TURNED_AWAY));
        Thread.sleep(TURNING_AWAY_PAUSE);
      }
    } catch (InterruptedException _) {
      LOG.debug("the database answers again");
    }
  }
}
