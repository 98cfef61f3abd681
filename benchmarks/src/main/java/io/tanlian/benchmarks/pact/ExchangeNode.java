package io.tanlian.benchmarks.pact;

import io.tanlian.benchmarks.database.ServerAddress;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.exchange.outbound.PinnedTls;
import io.tanlian.exchange.serve.ServeCommand;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code tanlian serve} as an operator starts it, in a process of its own. Nothing is switched off:
 * TLS, access tokens, consent, records of access, limits of rates.
 */
final class ExchangeNode implements AutoCloseable {
  static final String ORIGIN = "benchmark.tanlian.example/pact";
  static final String OPERATOR = "did:web:operator.example";

  /** Every node of one PostgreSQL has the same service role. */
  private static final String ROLE_PASSWORD = "database-service";

  private final ServerProcess process;
  private final URI url;
  private final Path data;
  private final JsonNode credentials;

  private ExchangeNode(ServerProcess process, URI url, Path data) throws IOException {
    this.process = process;
    this.url = url;
    this.data = data;
    this.credentials =
        JsonMapper.shared().readTree(Files.readString(data.resolve("operator.credentials.json")));
  }

  /**
   * Starts one.
   *
   * @param data its directory, which is not there yet
   */
  static ExchangeNode start(Path data, ServerAddress database) throws IOException {
    int port = freePort();
    ServerProcess process =
        ServerProcess.start(
            ServeCommand.class.getName(),
            List.of(
                "--data", data.toString(),
                "--port", String.valueOf(port),
                "--origin", ORIGIN,
                "--operator", OPERATOR,
                "--operator-name", "Operator",
                "--database-url", database.url(),
                "--database-owner", database.user()),
            Map.of("TANLIAN_DATABASE_PASSWORD", database.password()),
            "Tanlian is up");
    return new ExchangeNode(process, URI.create("https://localhost:" + port), data);
  }

  /** Starts another beside this one, on the same PostgreSQL. */
  ExchangeNode startBeside(Path other, ServerAddress database) throws IOException {
    Path secrets = other.resolve("secrets");
    Files.createDirectories(
        secrets,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.copy(data.resolve("secrets").resolve(ROLE_PASSWORD), secrets.resolve(ROLE_PASSWORD));
    return start(other, database);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  URI url() {
    return url;
  }

  SSLContext tls() {
    return PinnedTls.context(credentials.path("tlsFingerprint").stringValue());
  }

  /** The files of its certificate and of the key, for a peer to show the same. */
  List<Path> certificate() {
    Path secrets = data.resolve("secrets");
    return List.of(secrets.resolve("tls-certificate.pem"), secrets.resolve("tls-key.pem"));
  }

  /** The operator's client. */
  JsonNode credentials() {
    return credentials;
  }

  SigningKey operatorKey() throws IOException {
    String jwk = Files.readString(data.resolve("secrets").resolve("operator.jwk"));
    return switch (StrictJson.parse(jwk).then(SigningKey::parse)) {
      case Outcome.Accepted<SigningKey>(SigningKey key) -> key;
      case Outcome.Refused<SigningKey> refused -> throw new IOException(refused.toString());
    };
  }

  Duration processorTime() {
    return process.processorTime();
  }

  @Override
  public void close() {
    process.close();
  }
}
