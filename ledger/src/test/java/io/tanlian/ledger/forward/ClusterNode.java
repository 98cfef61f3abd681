package io.tanlian.ledger.forward;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.Sequencer;
import io.tanlian.ledger.election.Election;
import io.tanlian.ledger.election.ElectionSessions;
import io.tanlian.ledger.election.Lease;
import io.tanlian.ledger.election.NodeAddress;
import io.tanlian.ledger.election.TermListener;
import io.tanlian.ledger.sequencer.AbsentEvents;
import io.tanlian.ledger.sequencer.PostgresSequencer;
import io.tanlian.ledger.sequencer.SequencerLimits;
import io.tanlian.ledger.sequencer.Surroundings;
import io.tanlian.ledger.storage.HeadSignal;
import io.tanlian.ledger.storage.LedgerPool;
import io.tanlian.tlog.note.NoteSigner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One node of several on a database, put together as the service does it. */
final class ClusterNode implements AutoCloseable {
  static final Lease LEASE = new Lease(Duration.ofSeconds(2));

  /** A frozen node's batch ends with its lease. */
  private static final SequencerLimits LIMITS =
      SequencerLimits.DEFAULT.withDatabaseTimeoutsMs(1_000, 1_500, 2_000);

  private final HikariDataSource writes;
  private final HikariDataSource reads;
  private final Election election;
  private final PostgresSequencer local;
  private final ForwardingSequencer sequencer;
  private final Ledger ledger;

  ClusterNode(
      String jdbcUrl,
      String user,
      NoteSigner signer,
      NodeAddress self,
      LeaderLink link,
      TermListener listener) {
    this.writes = LedgerPool.open(self.node() + "-writes", jdbcUrl, user, "", 2);
    this.reads = LedgerPool.open(self.node() + "-reads", jdbcUrl, user, "", 4);
    HeadSignal signal = new HeadSignal();
    this.ledger = new Ledger(reads, signer.verifierKey(), signal);
    this.election =
        new Election(ElectionSessions.of(jdbcUrl, user, ""), self, LEASE, List.of(listener));
    this.local =
        new PostgresSequencer(
            writes,
            signer,
            signal,
            LIMITS,
            new Surroundings(election, Optional.empty(), AbsentEvents.UNKNOWN, List.of()));
    this.sequencer =
        new ForwardingSequencer(local, election, election, link, signal, ForwardingLimits.DEFAULT);
  }

  Election election() {
    return election;
  }

  Ledger ledger() {
    return ledger;
  }

  /** Appends here, or not at all. */
  Sequencer local() {
    return local;
  }

  /** Appends here or at the leader. */
  Sequencer sequencer() {
    return sequencer;
  }

  @Override
  public void close() {
    local.close();
    election.close();
    ledger.close();
    writes.close();
    reads.close();
  }
}
