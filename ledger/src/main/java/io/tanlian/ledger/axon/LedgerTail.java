package io.tanlian.ledger.axon;

import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.storage.HeadSignal;
import io.tanlian.ledger.storage.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.TransactionalUnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.processing.errorhandling.PropagatingErrorHandler;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessorConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.JdbcTokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.JdbcTokenStoreConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.jdbc.TokenSchema;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the ledger and keeps tables of its own in step with it: the position is committed with
 * what the handler writes, so each entry counts exactly once, over errors, restarts and on several
 * nodes, of which one follows at a time. A handler that fails is tried again, with growing pauses
 * from 1 s to 60 s.
 */
public final class LedgerTail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerTail.class);
  private static final int BATCH_ENTRIES = 100;
  private static final int CLAIM_TIMEOUT_S = 10;
  private static final long CLAIM_EXTENSION_MS = 3_000;
  private static final long CLAIM_INTERVAL_MS = 1_000;
  private static final long STOP_TIMEOUT_S = 20;
  private static final Duration POSITION_POLL = Duration.ofMillis(50);

  private static final TokenSchema TOKEN_TABLE =
      TokenSchema.builder()
          .setTokenTable("ledger_tail.token")
          .setProcessorNameColumn("processor_name")
          .setSegmentColumn("segment")
          .setMaskColumn("mask")
          .setTokenColumn("token")
          .setTokenTypeColumn("token_type")
          .setTimestampColumn("timestamp")
          .setOwnerColumn("owner")
          .build();

  private final String name;
  private final DataSource dataSource;
  private final Ledger ledger;
  private final TailHandler handler;
  private final HeadSignal handled = new HeadSignal();
  private final String owner = UUID.randomUUID().toString();
  private @Nullable Running running;

  /**
   * A tail that is not started yet.
   *
   * @param name of the tail, the same after a restart and on every node
   * @param dataSource of the service role, with the handler's tables; best a pool of its own
   */
  public LedgerTail(String name, DataSource dataSource, Ledger ledger, TailHandler handler) {
    this.name = name;
    this.dataSource = dataSource;
    this.ledger = ledger;
    this.handler = handler;
  }

  /** Starts to follow, from where it stopped or from the first entry. */
  public synchronized void start() {
    if (running == null) {
      running = Running.start(this);
    }
  }

  /**
   * Index of the last entry that counts in the handler's tables, on whichever node; -1 for none.
   */
  public long position() {
    try (Connection connection = dataSource.getConnection()) {
      return TailPosition.read(connection, name);
    } catch (SQLException e) {
      throw new LedgerUnavailableException(e);
    }
  }

  /**
   * Waits until the entry counts in the handler's tables; false if the time ran out, or the
   * database did not answer for so long.
   */
  public boolean awaitPosition(long index, Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!handled.awaitBeyond(index - 1, POSITION_POLL)) {
      try {
        handled.advance(position() + 1);
      } catch (LedgerUnavailableException e) {
        LOG.debug("the position of tail {} cannot be read yet", name, e);
      }
      if (System.nanoTime() > deadline) {
        return handled.size() > index;
      }
    }
    return true;
  }

  /** Finishes the batch at hand and stops. */
  @Override
  public synchronized void close() {
    if (running != null) {
      running.stop();
      running = null;
    }
  }

  private record Running(
      PooledStreamingEventProcessor processor,
      ScheduledExecutorService coordinator,
      ScheduledExecutorService worker) {

    static Running start(LedgerTail tail) {
      TailConnections connections = new TailConnections(tail.dataSource);
      ScheduledExecutorService coordinator = thread("tail-" + tail.name + "-coordinator");
      ScheduledExecutorService worker = thread("tail-" + tail.name);
      JdbcTokenStore tokens =
          new JdbcTokenStore(
              connections,
              new TailToken(),
              new JdbcTokenStoreConfiguration(
                  TOKEN_TABLE, Duration.ofSeconds(CLAIM_TIMEOUT_S), tail.owner));
      PooledStreamingEventProcessorConfiguration configuration =
          new PooledStreamingEventProcessorConfiguration()
              .eventSource(new LedgerSource(tail.ledger))
              .tokenStore(tokens)
              .initialToken(source -> source.firstToken(null))
              .initialSegmentCount(1)
              .eventCriteria(_ -> EventCriteria.havingAnyTag())
              .errorHandler(PropagatingErrorHandler.instance())
              .unitOfWorkFactory(
                  new TransactionalUnitOfWorkFactory(
                      connections, new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE)))
              .coordinatorExecutor(coordinator)
              .workerExecutor(worker)
              .batchSize(BATCH_ENTRIES)
              .claimExtensionThreshold(CLAIM_EXTENSION_MS)
              .tokenClaimInterval(CLAIM_INTERVAL_MS);
      TailComponent component =
          new TailComponent(
              tail.name, connections, tail.handler, index -> tail.handled.advance(index + 1));
      PooledStreamingEventProcessor processor =
          new PooledStreamingEventProcessor(tail.name, List.of(component), configuration);
      processor.start().orTimeout(STOP_TIMEOUT_S, TimeUnit.SECONDS).join();
      return new Running(processor, coordinator, worker);
    }

    void stop() {
      try {
        processor.shutdown().orTimeout(STOP_TIMEOUT_S, TimeUnit.SECONDS).join();
      } finally {
        coordinator.shutdownNow();
        worker.shutdownNow();
      }
    }

    private static ScheduledExecutorService thread(String name) {
      return Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name(name).daemon().factory());
    }
  }
}
