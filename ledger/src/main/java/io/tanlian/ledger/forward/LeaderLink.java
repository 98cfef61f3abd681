package io.tanlian.ledger.forward;

import io.tanlian.ledger.election.NodeAddress;
import java.util.concurrent.CompletableFuture;

/** Carries messages from this node to the one that leads. */
@FunctionalInterface
public interface LeaderLink {
  /**
   * Has the append done there, by {@link ForwardedAppends#answer}.
   *
   * @param appendMessage an {@link AppendMessage}
   * @return an {@link OutcomeMessage}, in bounded time; fails with {@link java.io.IOException} if
   *     none came, and then the append may have been done or not. Cancelling it gives up waiting.
   */
  CompletableFuture<byte[]> send(NodeAddress leader, byte[] appendMessage);
}
