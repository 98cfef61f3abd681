package io.tanlian.exchange;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.decision.LedgerCommands;
import io.tanlian.ledger.election.Election;
import io.tanlian.ledger.forward.ForwardingSequencer;
import io.tanlian.ledger.home.CheckpointHome;
import io.tanlian.ledger.seen.SeenKeys;
import io.tanlian.ledger.sequencer.PostgresSequencer;
import io.tanlian.ledger.sequencer.SequencerLimits;
import io.tanlian.ledger.sequencer.Surroundings;
import io.tanlian.ledger.state.StateByTags;
import io.tanlian.ledger.storage.FairPool;
import io.tanlian.ledger.storage.HeadSignal;
import io.tanlian.ledger.storage.LedgerPool;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger and its connection pools: one for each use, so that none starves another. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  private static final int SEQUENCER_CONNECTIONS = 2;

  /** One of them watches the head. */
  private static final int READ_CONNECTIONS_MAX = 17;

  private static final int QUERY_CONNECTIONS_MAX = 16;
  private static final int TAIL_CONNECTIONS_MAX = 10;

  @Bean
  HikariDataSource sequencerPool(DatabaseAccess database) {
    return LedgerPool.open(
        "sequencer",
        database.url(),
        database.service(),
        database.servicePassword(),
        SEQUENCER_CONNECTIONS,
        LedgerPool.SEQUENCER_PATIENCE);
  }

  @Bean
  HikariDataSource ledgerPool(DatabaseAccess database) {
    return pool("ledger", database, READ_CONNECTIONS_MAX);
  }

  @Bean
  HikariDataSource queryPool(DatabaseAccess database) {
    return LedgerPool.openForSearches(
        "queries",
        database.url(),
        database.service(),
        database.servicePassword(),
        QUERY_CONNECTIONS_MAX);
  }

  @Bean
  HikariDataSource tailPool(DatabaseAccess database) {
    return pool("tail", database, TAIL_CONNECTIONS_MAX);
  }

  @Bean
  HeadSignal headSignal() {
    return new HeadSignal();
  }

  @Bean(destroyMethod = "close")
  PostgresSequencer sequencer(
      @Qualifier("sequencerPool") HikariDataSource pool,
      Node node,
      HeadSignal signal,
      Election election,
      SeenKeys seen,
      StateByTags state,
      CheckpointHome home) {
    return new PostgresSequencer(
        pool,
        node.logKey(),
        signal,
        SequencerLimits.DEFAULT,
        new Surroundings(election, Optional.of(home), seen::lacksEvent, List.of(state)));
  }

  @Bean(destroyMethod = "close")
  Ledger ledger(@Qualifier("ledgerPool") HikariDataSource pool, Node node, HeadSignal signal) {
    return new Ledger(pool, node.logKey().verifierKey(), signal);
  }

  @Bean
  SeenKeys seenKeys() {
    return SeenKeys.withinDefaultBytes();
  }

  @Bean(destroyMethod = "close")
  StateByTags stateByTags(
      Ledger ledger, @Qualifier("ledgerPool") HikariDataSource pool, SeenKeys seen) {
    return new StateByTags(ledger, pool, seen, StateByTags.shareOfHeap());
  }

  @Bean
  LedgerCommands ledgerCommands(ForwardingSequencer sequencer, Ledger ledger, StateByTags state) {
    return new LedgerCommands(sequencer, ledger, state);
  }

  @Bean
  JdbcClient queries(@Qualifier("queryPool") HikariDataSource pool) {
    return JdbcClient.create(new FairPool(pool, 0));
  }

  private static HikariDataSource pool(String name, DatabaseAccess database, int connectionsMax) {
    return LedgerPool.open(
        name, database.url(), database.service(), database.servicePassword(), connectionsMax);
  }
}
