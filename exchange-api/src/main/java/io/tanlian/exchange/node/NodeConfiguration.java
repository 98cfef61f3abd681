package io.tanlian.exchange.node;

import io.tanlian.exchange.DatabaseAccess;
import io.tanlian.exchange.Node;
import io.tanlian.ledger.election.Election;
import io.tanlian.ledger.election.ElectionSessions;
import io.tanlian.ledger.election.Lease;
import io.tanlian.ledger.election.NodeAddress;
import io.tanlian.ledger.election.TermListener;
import io.tanlian.ledger.forward.ForwardedAppends;
import io.tanlian.ledger.forward.ForwardingLimits;
import io.tanlian.ledger.forward.ForwardingSequencer;
import io.tanlian.ledger.sequencer.PostgresSequencer;
import io.tanlian.ledger.storage.HeadSignal;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes this node one of several on its database; alone there, it is elected at once. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

  @Bean(destroyMethod = "close")
  Election election(DatabaseAccess database, NodeAddress self, List<TermListener> listeners) {
    return new Election(
        ElectionSessions.of(database.url(), database.service(), database.servicePassword()),
        self,
        Lease.DEFAULT,
        listeners);
  }

  @Bean
  NodeToken nodeTokens(Node node) {
    return new NodeToken(node.logKey());
  }

  @Bean(destroyMethod = "close")
  HttpLeaderLink leaderLink(NodeToken tokens, InstantSource clock) {
    return new HttpLeaderLink(tokens, clock);
  }

  @Bean
  ForwardedAppends forwardedAppends(PostgresSequencer local) {
    return new ForwardedAppends(local);
  }

  @Bean
  ForwardingSequencer sequencerOfAllNodes(
      PostgresSequencer local, Election election, HttpLeaderLink link, HeadSignal signal) {
    return new ForwardingSequencer(
        local, election, election, link, signal, ForwardingLimits.DEFAULT);
  }
}
