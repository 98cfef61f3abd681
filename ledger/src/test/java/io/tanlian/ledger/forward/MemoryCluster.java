package io.tanlian.ledger.forward;

import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.election.NodeAddress;
import io.tanlian.ledger.election.TermListener;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Nodes in one JVM that forward to each other without a network. */
final class MemoryCluster {
  private final Map<String, ForwardedAppends> nodes = new ConcurrentHashMap<>();

  ClusterNode node(TestDatabase database, String name) {
    ClusterNode node =
        new ClusterNode(
            database.jdbcUrl(),
            database.serviceRole(),
            TestNode.SIGNER,
            new NodeAddress(name, URI.create("memory:" + name), "sha256:none"),
            (leader, message) -> Objects.requireNonNull(nodes.get(leader.node())).answer(message),
            new TermListener() {
              @Override
              public void began(long epoch) {}

              @Override
              public void ended(long epoch) {}
            });
    nodes.put(name, new ForwardedAppends(node.local()));
    return node;
  }
}
