package io.tanlian.exchange.serve;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.contracts.participant.Role;
import io.tanlian.exchange.Caller;
import io.tanlian.exchange.DatabaseAccess;
import io.tanlian.exchange.ExchangeApplication;
import io.tanlian.exchange.Node;
import io.tanlian.exchange.access.Clients;
import io.tanlian.exchange.connection.SealedSecrets;
import io.tanlian.exchange.statement.Genesis;
import io.tanlian.ledger.election.NodeAddress;
import io.tanlian.ledger.home.CheckpointHome;
import io.tanlian.ledger.home.HomeCheck;
import io.tanlian.ledger.home.HomeFinding;
import io.tanlian.ledger.schema.LedgerSchema;
import io.tanlian.ledger.schema.ServerCheck;
import io.tanlian.ledger.storage.LedgerPool;
import io.tanlian.tlog.note.VerifierKey;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A running node, from its data directory to its listening port; closing it stops all of it. */
public final class ExchangeServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ExchangeServer.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final ServeSettings settings;
  private final Path operatorCredentials;
  private final String fingerprint;
  private final Node node;

  private final InstantSource clock;
  private final ConfigurableApplicationContext context;

  private ExchangeServer(ServeSettings settings, Consumer<String> progress, InstantSource clock)
      throws IOException, StartRefused {
    this.settings = settings;
    this.clock = clock;
    try {
      DataDirectory data = keep(DataDirectory.open(settings.data()));
      NodeIdentity identity = NodeIdentity.open(data.identity(), settings);
      NodeSecrets secrets = NodeSecrets.open(data.secrets(), identity.origin());
      Certificate certificate =
          settings.certificate().isPresent()
              ? Certificate.of(settings.certificate().get())
              : Certificate.selfSigned(data.secrets(), settings.publicUrl().getHost());
      this.fingerprint = certificate.fingerprint();
      this.operatorCredentials = data.operatorCredentials();
      this.node =
          new Node(
              settings.publicUrl(),
              identity.operator(),
              identity.operatorName(),
              secrets.logKey(),
              secrets.operatorKey(),
              secrets.accessTokenKey());

      progress.accept("Starting PostgreSQL");
      DatabaseAccess database = database(data, secrets);
      progress.accept("Bringing the database up to date");
      refuseForeignLedger(database);
      prepare(database);
      refuseSecretsOfAnotherKey(database);
      progress.accept("Comparing the ledger with its newest checkpoint");
      CheckpointHome home =
          keep(OpenedHome.open(settings.home(), data.root(), identity.origin())).home();
      refuseLostEntries(home, database);
      progress.accept("Starting the service");
      this.context = keep(run(database, home, certificate));
      context.getBean(Genesis.class).ensure();
      writeOperatorCredentials(context.getBean(Clients.class));
    } catch (Throwable failure) {
      close();
      throw failure;
    }
  }

  /**
   * Starts a node and returns when it answers.
   *
   * @param progress told each step before it begins, in words
   * @throws StartRefused where the settings or the database do not allow a safe start
   */
  public static ExchangeServer start(ServeSettings settings, Consumer<String> progress)
      throws IOException, StartRefused {
    return start(settings, progress, InstantSource.system());
  }

  /** Starts a node that takes the time from {@code clock}. */
  static ExchangeServer start(
      ServeSettings settings, Consumer<String> progress, InstantSource clock)
      throws IOException, StartRefused {
    return new ExchangeServer(settings, progress, clock);
  }

  /** A part of the running service. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  public ServeSettings settings() {
    return settings;
  }

  /** {@code sha256:} and the hex SHA-256 of the certificate, for clients to pin. */
  public String tlsFingerprint() {
    return fingerprint;
  }

  /** The key by which anyone checks this log's checkpoints. */
  public VerifierKey logKey() {
    return node.logKey().verifierKey();
  }

  /** The credentials file of the operator's own client. */
  public Path operatorCredentials() {
    return operatorCredentials;
  }

  /** The key that signs the operator's statements, a private JWK in the data directory. */
  public Path operatorKey() {
    return operatorCredentials.resolveSibling("secrets").resolve("operator.jwk");
  }

  /** Finishes what is under way, then stops the service and the database. */
  @Override
  public void close() {
    while (!opened.isEmpty()) {
      AutoCloseable next = opened.pop();
      try {
        next.close();
      } catch (Exception failure) {
        LOG.warn("{} did not close cleanly", next.getClass().getSimpleName(), failure);
      }
    }
  }

  private <T extends AutoCloseable> T keep(T resource) {
    opened.push(resource);
    return resource;
  }

  private DatabaseAccess database(DataDirectory data, NodeSecrets secrets)
      throws IOException, StartRefused {
    return settings.database().isPresent()
        ? settings.database().get().access(secrets.servicePassword())
        : keep(EmbeddedDatabase.start(
                data.cluster(), secrets, NodeSecrets.superuserPassword(data.secrets())))
            .access();
  }

  private static void prepare(DatabaseAccess database) throws StartRefused {
    try (StartUpTurn _ = StartUpTurn.await(database)) {
      ServiceRole.ensure(database);
      LedgerSchema.migrate(database.asOwner(), database.service());
      Flyway.configure()
          .dataSource(database.asOwner())
          .schemas("exchange")
          .locations("classpath:db/exchange")
          .placeholders(Map.of("serviceRole", database.service()))
          .cleanDisabled(true)
          .load()
          .migrate();
      try (var service = startUpPool(database)) {
        var objections = ServerCheck.objections(service);
        if (!objections.isEmpty()) {
          throw new StartRefused("This database is refused: " + String.join("; ", objections));
        }
      }
    } catch (SQLException e) {
      throw unusable(database, e);
    }
  }

  /** Before anything is signed: does the database still hold all that was signed? */
  private void refuseLostEntries(CheckpointHome home, DatabaseAccess database)
      throws IOException, StartRefused {
    var check = new HomeCheck(home, database.asOwner(), logKey());
    try {
      if (check.checkAcceptingLost(settings.home().acceptedLostSize())
          instanceof HomeFinding.Refusal refusal) {
        throw new StartRefused(refusal.words());
      }
    } catch (SQLException e) {
      throw unusable(database, e);
    }
  }

  private ConfigurableApplicationContext run(
      DatabaseAccess database, CheckpointHome home, Certificate certificate) throws StartRefused {
    ApplicationContextInitializer<ConfigurableApplicationContext> given =
        context -> {
          context.getBeanFactory().registerSingleton("clock", clock);
          context.getBeanFactory().registerSingleton("node", node);
          context.getBeanFactory().registerSingleton("databaseAccess", database);
          context.getBeanFactory().registerSingleton("checkpointHome", home);
          context.getBeanFactory().registerSingleton("witnesses", settings.witnesses());
          context.getBeanFactory().registerSingleton("nodeAddress", nodeAddress());
          context.getBeanFactory().registerSingleton("outboundRules", settings.outbound());
          context.getBeanFactory().registerSingleton("rates", settings.rates());
        };
    try {
      return new SpringApplicationBuilder(ExchangeApplication.class)
          .initializers(given)
          .properties(properties(certificate))
          .registerShutdownHook(false)
          .run();
    } catch (RuntimeException failure) {
      if (NestedExceptionUtils.getRootCause(failure) instanceof BindException
          || failure instanceof PortInUseException) {
        throw new StartRefused(
            "Port %d of %s is in use. Stop what uses it, or choose another with --port."
                .formatted(settings.port(), settings.address()),
            failure);
      }
      throw failure;
    }
  }

  private NodeAddress nodeAddress() {
    URI url = settings.nodeUrl().orElse(settings.publicUrl());
    return new NodeAddress(url.getAuthority(), url, fingerprint);
  }

  /** Before anything is changed, signed or answered: whose ledger does this database hold? */
  private void refuseForeignLedger(DatabaseAccess database) throws StartRefused {
    try (Connection owner = database.asOwner().getConnection()) {
      LedgerOwner.refuseOther(owner, node);
    } catch (SQLException e) {
      throw unusable(database, e);
    }
  }

  private void refuseSecretsOfAnotherKey(DatabaseAccess database) throws StartRefused {
    try (Connection owner = database.asOwner().getConnection()) {
      Optional<String> objection = SealedSecrets.objection(owner, node.logKey());
      if (objection.isPresent()) {
        throw new StartRefused(objection.get());
      }
    } catch (SQLException e) {
      throw unusable(database, e);
    }
  }

  private static HikariDataSource startUpPool(DatabaseAccess database) {
    return LedgerPool.open(
        "start-up", database.url(), database.service(), database.servicePassword(), 1);
  }

  private static StartRefused unusable(DatabaseAccess database, SQLException cause) {
    return new StartRefused(
        "The database at " + database.url() + " cannot be used: " + cause.getMessage(), cause);
  }

  private Map<String, Object> properties(Certificate certificate) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", settings.address());
    properties.put("server.port", settings.port());
    properties.put("server.ssl.certificate", certificate.files().certificate().toUri().toString());
    properties.put(
        "server.ssl.certificate-private-key", certificate.files().privateKey().toUri().toString());
    return properties;
  }

  private void writeOperatorCredentials(Clients clients) throws IOException {
    var json = JsonMapper.builder().build();
    ObjectNode credentials;
    if (Files.exists(operatorCredentials)) {
      credentials = (ObjectNode) json.readTree(Files.readString(operatorCredentials));
    } else {
      var issued = clients.issue(new Caller(node.operator(), Role.OPERATOR));
      credentials =
          json.createObjectNode()
              .put("clientId", issued.clientId())
              .put("clientSecret", issued.clientSecret())
              .put("logKey", logKey().format())
              .put("participant", node.operator().value())
              .put("role", Role.OPERATOR.wireName());
    }
    // The address and the certificate may change between starts; the login stays.
    credentials.put("server", settings.publicUrl().toString()).put("tlsFingerprint", fingerprint);
    PrivateFiles.write(
        operatorCredentials, json.writerWithDefaultPrettyPrinter().writeValueAsString(credentials));
  }
}
