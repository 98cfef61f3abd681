package io.tanlian.ledger.axon;

import io.tanlian.ledger.Ledger;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamableEventSource;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/**
 * The ledger to read from. A token is the index of the last entry handled, -1 for none.
 *
 * @param ledger what is read
 */
record LedgerSource(Ledger ledger) implements StreamableEventSource {

  @Override
  public MessageStream<EventMessage> open(
      StreamingCondition condition, @Nullable ProcessingContext context) {
    return new LedgerStream(ledger, condition.criteria(), indexOf(condition.position()));
  }

  @Override
  public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
    return token(-1);
  }

  @Override
  public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
    return token(ledger.head() - 1);
  }

  @Override
  public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
    long head = ledger.head();
    return token(ledger.firstSince(at).orElse(head) - 1);
  }

  private static CompletableFuture<TrackingToken> token(long index) {
    return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(index));
  }

  private static long indexOf(@Nullable TrackingToken token) {
    return token == null ? -1 : token.position().orElse(-1);
  }
}
