package io.tanlian.ledger.axon;

import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.StorageEngineTestSuite;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;

/** Axon's own contract for storage engines. */
@NullUnmarked
class AxonStorageEngineContractTest extends StorageEngineTestSuite<EventStorageEngine> {
  private TestDatabase database;
  private AutoCloseable node;

  @Override
  protected EventStorageEngine buildStorageEngine() {
    database = TestServer.newDatabase();
    return new TextPayloads(engineOn(database));
  }

  EventStorageEngine engineOn(TestDatabase database) {
    TestNode reading = closedAtTheEnd(TestNode.on(database));
    return new PostgresStorageEngine(reading.sequencer(), reading.ledger());
  }

  final <T extends AutoCloseable> T closedAtTheEnd(T opened) {
    node = opened;
    return opened;
  }

  @Override
  protected ProcessingContext processingContext() {
    return null;
  }

  @AfterAll
  void stop() throws Exception {
    node.close();
    database.close();
  }

  /** The suite sends text; our engine takes nothing but the bytes it stores. */
  private record TextPayloads(EventStorageEngine engine) implements EventStorageEngine {
    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
        AppendCondition condition, ProcessingContext context, List<TaggedEventMessage<?>> events) {
      return engine.appendEvents(
          condition, context, events.stream().<TaggedEventMessage<?>>map(this::toBytes).toList());
    }

    private TaggedEventMessage<?> toBytes(TaggedEventMessage<?> tagged) {
      EventMessage event = tagged.event();
      return new GenericTaggedEventMessage<>(
          new GenericEventMessage(
              event.identifier(),
              event.type(),
              event.payload().toString().getBytes(StandardCharsets.UTF_8),
              event.metadata(),
              event.timestamp()),
          tagged.tags());
    }

    @Override
    public MessageStream<EventMessage> source(
        SourcingCondition condition, ProcessingContext context) {
      return engine.source(condition, context);
    }

    @Override
    public MessageStream<EventMessage> stream(
        StreamingCondition condition, ProcessingContext context) {
      return engine.stream(condition, context);
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(ProcessingContext context) {
      return engine.firstToken(context);
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(ProcessingContext context) {
      return engine.latestToken(context);
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, ProcessingContext context) {
      return engine.tokenAt(at, context);
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
      engine.describeTo(descriptor);
    }
  }
}
