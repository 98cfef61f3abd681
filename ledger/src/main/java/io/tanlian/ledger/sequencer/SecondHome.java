package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.home.CheckpointHome;
import io.tanlian.ledger.sequencer.CheckpointKeeper.ForkedLedgerException;
import io.tanlian.tlog.note.SignedNote;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The second home of a sequencer's checkpoints, if it has one. */
final class SecondHome {
  private static final Logger LOG = LoggerFactory.getLogger(SecondHome.class);
  private static final Duration TRY_PAUSE = Duration.ofMillis(200);

  private final @Nullable CheckpointKeeper keeper;
  private volatile boolean forked;

  SecondHome(Optional<CheckpointHome> home, DataSource dataSource) {
    this.keeper = home.map(kept -> new CheckpointKeeper(kept, dataSource)).orElse(null);
  }

  /** Whether the ledger was found to lack what is kept there: then nothing more may be signed. */
  boolean isForked() {
    return forked;
  }

  /**
   * Compares the ledger with what is kept.
   *
   * @throws ForkedLedgerException if it lacks that
   */
  void requireSameHistory() throws IOException, SQLException, ForkedLedgerException {
    if (keeper == null) {
      return;
    }
    try {
      keeper.requireSameHistory();
    } catch (ForkedLedgerException e) {
      forked = true;
      throw e;
    }
  }

  /**
   * Goes on trying until it answers: meanwhile appends wait, then are turned away.
   *
   * @return false if the ledger turned out to be forked
   */
  boolean keep(SignedNote newest) throws InterruptedException {
    if (keeper == null) {
      return true;
    }
    while (!forked) {
      try {
        keeper.keep(newest);
        return true;
      } catch (ForkedLedgerException e) {
        LOG.error("nothing more is signed", e);
        forked = true;
      } catch (IOException | SQLException | RuntimeException e) {
        LOG.error("the checkpoint does not reach its second home yet", e);
        Thread.sleep(TRY_PAUSE);
      }
    }
    return false;
  }
}
