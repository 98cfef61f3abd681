package io.tanlian.ledger.axon;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.Sequencer;
import io.tanlian.ledger.state.StateReads;
import io.tanlian.ledger.state.StoredState;
import io.tanlian.ledger.state.TagHistory;
import io.tanlian.tlog.entry.Entry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/**
 * Axon's storage engine on the ledger: a thin adapter, for Axon's own interface is internal to it.
 *
 * <p>Payloads are {@code byte[]}. A consistency marker is the index of the last entry seen, -1 for
 * none. A tracking token is the index of the last entry handled, -1 for none. Append conditions
 * look at tags only; a criterion that also names types is widened to all types, which can report a
 * conflict too many, never one too few.
 */
public final class PostgresStorageEngine implements EventStorageEngine {
  /** Bytes to keep beside an entry, by its event id; for the engine to find in the context. */
  public static final Context.ResourceKey<Map<UUID, byte[]>> ATTACHMENTS =
      Context.ResourceKey.withLabel("attachments");

  /** What became of the append of a context, once it is committed: its indexes and receipts. */
  public static final Context.ResourceKey<AppendOutcome.Appended> APPENDED =
      Context.ResourceKey.withLabel("appended");

  private static final byte[] NO_ATTACHMENT = {};

  private final Sequencer sequencer;
  private final Ledger ledger;
  private final StateReads state;
  private final LedgerSource source;

  /** An engine that reads from the database. */
  public PostgresStorageEngine(Sequencer sequencer, Ledger ledger) {
    this(sequencer, ledger, new StoredState(ledger));
  }

  /**
   * An engine.
   *
   * @param state where entries are sourced from, if from the first one on
   */
  public PostgresStorageEngine(Sequencer sequencer, Ledger ledger, StateReads state) {
    this.sequencer = sequencer;
    this.ledger = ledger;
    this.state = state;
    this.source = new LedgerSource(ledger);
  }

  @Override
  public CompletableFuture<AppendTransaction<?>> appendEvents(
      org.axonframework.eventsourcing.eventstore.AppendCondition condition,
      @Nullable ProcessingContext context,
      List<TaggedEventMessage<?>> events) {
    try {
      Map<UUID, byte[]> attachments = attachments(context);
      List<NewEntry> entries = new ArrayList<>(events.size());
      for (TaggedEventMessage<?> tagged : events) {
        Entry entry = entry(tagged);
        entries.add(new NewEntry(entry, attachments.getOrDefault(entry.eventId(), NO_ATTACHMENT)));
      }
      return CompletableFuture.completedFuture(
          new LedgerAppend(sequencer, state, entries, condition(condition)));
    } catch (IllegalArgumentException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public MessageStream<EventMessage> source(
      SourcingCondition condition, @Nullable ProcessingContext context) {
    try {
      TagHistory history = history(condition);
      boolean typed = LedgerTags.namesTypes(condition.criteria());
      List<SimpleEntry<EventMessage>> found = new ArrayList<>();
      for (SequencedEntry sequenced : history.entries()) {
        LedgerEventMessage message = LedgerEventMessage.read(sequenced);
        if (!typed || LedgerTags.matches(condition.criteria(), message)) {
          found.add(LedgerStream.tokened(message));
        }
      }
      found.add(
          new SimpleEntry<>(
              TerminalEventMessage.INSTANCE,
              ConsistencyMarker.addToContext(
                  Context.empty(), new GlobalIndexConsistencyMarker(history.head() - 1))));
      return MessageStream.fromStream(found.stream(), SimpleEntry::message, SimpleEntry::context);
    } catch (RuntimeException e) {
      return MessageStream.failed(e).cast();
    }
  }

  private TagHistory history(SourcingCondition condition) {
    Set<Set<String>> criteria = LedgerTags.fromAxon(condition.criteria());
    long start = Math.max(0, GlobalIndexPosition.toIndex(condition.start()) + 1);
    if (start == 0) {
      return state.read(criteria);
    }
    long head = ledger.head();
    return new TagHistory(head, ledger.byTags(criteria, start, head - 1));
  }

  @Override
  public MessageStream<EventMessage> stream(
      StreamingCondition condition, @Nullable ProcessingContext context) {
    return source.open(condition, context);
  }

  @Override
  public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
    return source.firstToken(context);
  }

  @Override
  public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
    return source.latestToken(context);
  }

  @Override
  public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
    return source.tokenAt(at, context);
  }

  @Override
  public void describeTo(ComponentDescriptor descriptor) {
    descriptor.describeProperty("sequencer", sequencer);
    descriptor.describeProperty("ledger", ledger);
  }

  /** Axon's origin means nothing was seen, its infinity that nothing matters. */
  private static AppendCondition condition(
      org.axonframework.eventsourcing.eventstore.AppendCondition condition) {
    ConsistencyMarker marker = condition.consistencyMarker();
    if (marker.equals(ConsistencyMarker.INFINITY)) {
      return AppendCondition.none();
    }
    long seen =
        marker.equals(ConsistencyMarker.ORIGIN)
            ? -1
            : GlobalIndexConsistencyMarker.position(marker);
    return new AppendCondition(seen, LedgerTags.fromAxon(condition.criteria()));
  }

  private static Map<UUID, byte[]> attachments(@Nullable ProcessingContext context) {
    Map<UUID, byte[]> held = context == null ? null : context.getResource(ATTACHMENTS);
    return held == null ? Map.of() : held;
  }

  private static Entry entry(TaggedEventMessage<?> tagged) {
    EventMessage event = tagged.event();
    if (!(event.payload() instanceof byte[] payload)) {
      throw new IllegalArgumentException(
          "the payload of an event must be byte[], not " + event.payloadType().getName());
    }
    return Entry.of(
        UUID.fromString(event.identifier()),
        event.type().qualifiedName().fullName(),
        event.type().version(),
        event.timestamp().truncatedTo(ChronoUnit.MICROS),
        LedgerTags.fromAxon(tagged.tags()),
        event.metadata(),
        payload);
  }
}
