package io.tanlian.ledger.forward;

import io.tanlian.ledger.election.NodeAddress;
import io.tanlian.ledger.election.TermListener;
import io.tanlian.tlog.note.NoteSigner;
import java.io.IOException;
import java.net.ServerSocket;

/** One node in a process of its own, for tests to stop, thaw and kill. */
public final class NodeMain {
  static final String SIGNER = "TANLIAN_TEST_SIGNER";

  private NodeMain() {}

  /** Takes the node's name, the database's URL and its service role. */
  public static void main(String[] args) throws IOException {
    ServerSocket server = SocketLink.listen();
    NodeAddress self = SocketLink.address(args[0], server);
    ClusterNode node =
        new ClusterNode(
            args[1],
            args[2],
            NoteSigner.parse(System.getenv(SIGNER)),
            self,
            SocketLink::toLeader,
            new TermListener() {
              @Override
              public void began(long epoch) {
                System.out.println("leads " + epoch);
              }

              @Override
              public void ended(long epoch) {
                System.out.println("led " + epoch);
              }
            });
    System.out.println("at " + self.url());
    SocketLink.serve(server, node.local(), node.sequencer());
  }
}
