package io.tanlian.example.battery.demo;

import io.tanlian.cli.exchange.Credentials;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.Company;
import io.tanlian.example.battery.key.ChainKeys;
import io.tanlian.example.battery.load.ChainLoader;
import io.tanlian.example.battery.load.CredentialsDirectory;
import io.tanlian.example.battery.load.LoadOutcome;
import io.tanlian.example.battery.load.LoadProgress;
import io.tanlian.example.battery.statement.ChainStatements;
import io.tanlian.exchange.access.RateSettings;
import io.tanlian.exchange.outbound.OutboundRules;
import io.tanlian.exchange.serve.ExchangeServer;
import io.tanlian.exchange.serve.HomeSettings;
import io.tanlian.exchange.serve.ServeSettings;
import io.tanlian.exchange.serve.StartRefused;
import io.tanlian.exchange.witness.Witnesses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A node run by the chain's fictional operator, with the companies' keys beside its data. */
public final class DemoNode implements AutoCloseable {

  private final Chain chain;
  private final ExchangeServer server;
  private final Path directory;
  private final boolean discarded;

  private DemoNode(Chain chain, ExchangeServer server, Path directory, boolean discarded) {
    this.chain = chain;
    this.server = server;
    this.directory = directory;
    this.discarded = discarded;
  }

  /**
   * Starts the node.
   *
   * @param directory the node's data and the companies' files, made at the first start
   */
  public static DemoNode start(Path directory, int port, Consumer<String> progress)
      throws IOException, StartRefused {
    return start(directory, port, RateSettings.DEFAULT, progress);
  }

  /** Starts a node that answers so many requests of one client. */
  public static DemoNode start(
      Path directory, int port, RateSettings rates, Consumer<String> progress)
      throws IOException, StartRefused {
    return start(directory, false, port, rates, progress);
  }

  /** Starts a node in a temporary directory, which closing it deletes. */
  public static DemoNode startDiscarded(int port, Consumer<String> progress)
      throws IOException, StartRefused {
    return start(
        Files.createTempDirectory("tanlian-demo"), true, port, RateSettings.DEFAULT, progress);
  }

  private static DemoNode start(
      Path directory, boolean discarded, int port, RateSettings rates, Consumer<String> progress)
      throws IOException, StartRefused {
    Chain chain = Chain.read();
    Company operator = chain.company("operator");
    ExchangeServer server =
        ExchangeServer.start(
            new ServeSettings(
                directory.resolve("node"),
                "127.0.0.1",
                port,
                URI.create("https://localhost:" + port),
                Optional.of("tanlian.example/battery"),
                Optional.of(operator.id()),
                Optional.of(operator.name()),
                HomeSettings.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Witnesses.NONE,
                Optional.empty(),
                OutboundRules.NONE,
                rates),
            progress);
    return new DemoNode(chain, server, directory, discarded);
  }

  /** Loads the chain through the public API; what is there already stays as it is. */
  public LoadOutcome load(LoadProgress progress) throws IOException {
    Path companies = Files.createDirectories(companies());
    Path operatorKey = ChainKeys.file(companies, chain.company("operator"));
    if (!Files.exists(operatorKey)) {
      Files.copy(server.operatorKey(), operatorKey);
    }
    SecureRandom random = new SecureRandom();
    ChainKeys keys = ChainKeys.in(companies, chain.companies(), random);
    return new ChainLoader(
            chain, keys, read(server.operatorCredentials()), companies, Clock.systemUTC(), random)
        .load(progress);
  }

  /** What the companies state on this node's ledger, to be signed with their keys. */
  public ChainStatements statements() throws IOException {
    return new ChainStatements(
        chain,
        ChainKeys.in(companies(), chain.companies(), new SecureRandom()),
        server.logKey().name(),
        Year.now(ZoneOffset.UTC));
  }

  /** Where everything is kept. */
  public Path directory() {
    return directory;
  }

  private Path companies() {
    return directory.resolve("companies");
  }

  public Chain chain() {
    return chain;
  }

  public ExchangeServer server() {
    return server;
  }

  /** The credentials file of a company's API client. */
  public Path credentialsFile(String company) {
    return new CredentialsDirectory(companies()).file(chain.company(company));
  }

  public Credentials credentials(String company) throws IOException {
    return read(credentialsFile(company));
  }

  private static Credentials read(Path file) throws IOException {
    return switch (StrictJson.parse(Files.readString(file))) {
      case Outcome.Accepted<JsonNode>(JsonNode json) -> Credentials.read(json, Optional.empty());
      case Outcome.Refused<JsonNode>(var problems) ->
          throw new IOException(file + " is damaged: " + problems.getFirst().detail());
    };
  }

  @Override
  public void close() {
    server.close();
    if (discarded) {
      FileSystemUtils.deleteRecursively(directory.toFile());
    }
  }
}
