package io.tanlian.ledger.axon;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.LongConsumer;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventHandler;
import org.axonframework.messaging.eventhandling.EventHandlerRegistry;
import org.axonframework.messaging.eventhandling.EventHandlingComponent;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.sequencing.SequentialPolicy;

/** Hands every entry, whatever its type, to one handler, in order. */
record TailComponent(
    String tail, TailConnections connections, TailHandler handler, LongConsumer committed)
    implements EventHandlingComponent {

  @Override
  public MessageStream.Empty<Message> handle(EventMessage event, ProcessingContext context) {
    if (!(event instanceof LedgerEventMessage message)) {
      return MessageStream.failed(
          new IllegalStateException(
              "event " + event.identifier() + " was replaced on its way to the tail"));
    }
    long index = message.sequenced().index();
    try (Connection connection = connections.getConnection()) {
      connections.requireNext(tail, index);
      handler.handle(connection, index, message.entry());
    } catch (SQLException | RuntimeException e) {
      return MessageStream.failed(e);
    }
    context.runOnAfterCommit(_ -> committed.accept(index));
    return MessageStream.empty().cast();
  }

  @Override
  public Set<QualifiedName> supportedEvents() {
    return Set.of();
  }

  @Override
  public boolean supports(QualifiedName eventName) {
    return true;
  }

  @Override
  public Object sequenceIdentifierFor(EventMessage event, ProcessingContext context) {
    return SequentialPolicy.FULL_SEQUENTIAL_POLICY;
  }

  @Override
  public EventHandlerRegistry subscribe(QualifiedName name, EventHandler eventHandler) {
    throw new UnsupportedOperationException("a tail has one handler");
  }

  public void describeTo(ComponentDescriptor descriptor) {
    descriptor.describeProperty("handler", handler);
  }
}
