package io.tanlian.benchmarks.axon4;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Axon 4.13 as somebody would run it who knows it well: command gateway, a bus on the caller's
 * thread, event-sourced aggregates, by choice in a cache (so that a command reads nothing), the
 * JDBC engine, JSON by Jackson, one transaction a command on a connection taken when the event is
 * written.
 */
final class Axon4 implements AutoCloseable {
  private static final long CONNECTION_TIMEOUT_MS = 30_000;

  private final HikariDataSource pool;
  private final EmbeddedEventStore eventStore;
  private final CommandGateway gateway;

  Axon4(String url, String user, String password, int connections, boolean cached)
      throws SQLException {
    pool = pool(url, user, password, connections);
    ConnectionProvider perUnitOfWork =
        new UnitOfWorkAwareConnectionProviderWrapper(new DataSourceConnectionProvider(pool));
    Jackson3Serializer serializer = Jackson3Serializer.builder().build();
    JdbcEventStorageEngine engine = engine(perUnitOfWork, serializer);
    engine(new UnpooledConnections(url, user, password), serializer)
        .createSchema(PostgresEventTableFactory.INSTANCE);
    eventStore = EmbeddedEventStore.builder().storageEngine(engine).build();
    EventSourcingRepository.Builder<CappedProduct> builder =
        EventSourcingRepository.builder(CappedProduct.class).eventStore(eventStore);
    EventSourcingRepository<CappedProduct> repository =
        (cached ? builder.cache(new EveryAggregate()) : builder).build();
    SimpleCommandBus bus = SimpleCommandBus.builder().build();
    var _ =
        AggregateAnnotationCommandHandler.<CappedProduct>builder()
            .aggregateType(CappedProduct.class)
            .repository(repository)
            .build()
            .subscribe(bus);
    gateway = DefaultCommandGateway.builder().commandBus(bus).build();
  }

  /** Whether the product took one more; returns when that is durable. */
  boolean declare(Declare command) {
    return gateway.<Boolean>sendAndWait(command);
  }

  @Override
  public void close() {
    eventStore.shutDown();
    pool.close();
  }

  private static JdbcEventStorageEngine engine(
      ConnectionProvider connections, Jackson3Serializer serializer) {
    return JdbcEventStorageEngine.builder()
        .connectionProvider(connections)
        .transactionManager(NoTransactionManager.instance())
        .eventSerializer(serializer)
        .snapshotSerializer(serializer)
        .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
        .build();
  }

  /** Outside a unit of work each statement commits by itself. */
  private record UnpooledConnections(String url, String user, String password)
      implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
      return DriverManager.getConnection(url, user, password);
    }
  }

  private static HikariDataSource pool(String url, String user, String password, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(connections);
    config.setAutoCommit(false);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
    // Binary results from the first execution on, as on the other side.
    config.addDataSourceProperty("prepareThreshold", -1);
    return new HikariDataSource(config);
  }
}
