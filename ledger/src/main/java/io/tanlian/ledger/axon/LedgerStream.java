package io.tanlian.ledger.axon;

import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.storage.HeadSignal;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as an endless stream, read by pages. It moves on over entries that do not match, so a
 * sparse filter never scans anything twice. A failing read is thrown to the reader, who tries
 * again.
 *
 * <p>A closed stream that is read again goes on behind what it has delivered: after an error the
 * coordinator of Axon 5.0.1 closes its stream, but keeps it if the next claim is at the same token,
 * and would wait on it for ever.
 */
final class LedgerStream implements MessageStream<EventMessage> {
  private static final int PAGE_ENTRIES = 256;

  private final Ledger ledger;
  private final EventCriteria criteria;
  private final Set<Set<String>> tags;
  private final Queue<SimpleEntry<EventMessage>> page = new ArrayDeque<>();
  private long delivered;
  private long scanned;
  private boolean closed;
  private @Nullable Runnable callback;
  private HeadSignal.@Nullable Registration registration;

  /** A stream of the entries with a greater index than {@code after}. */
  LedgerStream(Ledger ledger, EventCriteria criteria, long after) {
    this.ledger = ledger;
    this.criteria = criteria;
    this.tags = LedgerTags.fromAxon(criteria);
    this.delivered = after;
    this.scanned = after;
  }

  @Override
  public synchronized Optional<MessageStream.Entry<EventMessage>> next() {
    fill();
    SimpleEntry<EventMessage> next = page.poll();
    if (next != null && next.message() instanceof LedgerEventMessage message) {
      delivered = message.sequenced().index();
    }
    return Optional.ofNullable(next);
  }

  @Override
  public synchronized Optional<MessageStream.Entry<EventMessage>> peek() {
    fill();
    return Optional.ofNullable(page.peek());
  }

  @Override
  public synchronized boolean hasNextAvailable() {
    fill();
    return !page.isEmpty();
  }

  @Override
  public synchronized void setCallback(Runnable onAvailable) {
    unregister();
    callback = onAvailable;
    registration = ledger.onGrowth(onAvailable);
    Thread.startVirtualThread(onAvailable);
  }

  @Override
  public Optional<Throwable> error() {
    return Optional.empty();
  }

  @Override
  public synchronized boolean isCompleted() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    page.clear();
    scanned = delivered;
    unregister();
  }

  /** The message with the token that a reader goes on from. */
  static SimpleEntry<EventMessage> tokened(LedgerEventMessage message) {
    TrackingToken token = new GlobalSequenceTrackingToken(message.sequenced().index());
    return new SimpleEntry<>(message, TrackingToken.addToContext(Context.empty(), token));
  }

  private void unregister() {
    if (registration != null) {
      registration.close();
      registration = null;
    }
  }

  private void fill() {
    if (closed) {
      closed = false;
      registration = callback == null ? null : ledger.onGrowth(callback);
    }
    while (page.isEmpty() && scanned < ledger.knownHead() - 1) {
      long last = ledger.knownHead() - 1;
      List<SequencedEntry> found = ledger.byTags(tags, scanned + 1, last, PAGE_ENTRIES);
      for (SequencedEntry sequenced : found) {
        LedgerEventMessage message = LedgerEventMessage.read(sequenced);
        if (LedgerTags.matches(criteria, message)) {
          page.add(tokened(message));
        }
      }
      scanned = found.size() < PAGE_ENTRIES ? last : found.getLast().index();
    }
  }
}
