package io.tanlian.ledger.forward;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.Sequencer;
import io.tanlian.tlog.MalformedException;
import java.util.concurrent.CompletableFuture;

/**
 * Does what other nodes forward. It appends here or not at all: what is forwarded is never
 * forwarded again.
 */
public final class ForwardedAppends {
  private final Sequencer local;

  /** Appends with the sequencer of this node itself. */
  public ForwardedAppends(Sequencer local) {
    this.local = local;
  }

  /**
   * Does an append.
   *
   * @param appendMessage an {@link AppendMessage}
   * @return an {@link OutcomeMessage}; never fails
   */
  public CompletableFuture<byte[]> answer(byte[] appendMessage) {
    AppendMessage message;
    try {
      message = AppendMessage.decode(appendMessage);
    } catch (MalformedException e) {
      return CompletableFuture.completedFuture(
          OutcomeMessage.encode(new AppendOutcome.Refused(String.valueOf(e.getMessage()))));
    }
    return local.append(message.entries(), message.condition()).thenApply(OutcomeMessage::encode);
  }
}
