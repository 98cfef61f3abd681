package io.tanlian.cli.connection;

import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.ServerAddress;
import io.tanlian.cli.exchange.TlsFingerprint;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.Printer;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which exchange to talk to, and as whom. */
public final class ServerOptions {
  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "${env:TANLIAN_SERVER}",
      description = {
        "The exchange's address, https only; by default that in the credentials.",
        "Environment: TANLIAN_SERVER."
      })
  private @Nullable ServerAddress server;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      defaultValue = "${env:TANLIAN_CREDENTIALS}",
      description = {
        "The JSON file you got from the operator. Environment: TANLIAN_CREDENTIALS.",
        "Its clientSecret may be in TANLIAN_CLIENT_SECRET instead."
      })
  private @Nullable Path credentials;

  @Option(
      names = "--tls-fingerprint",
      paramLabel = "sha256:HEX",
      description = "Trust the server certificate with this SHA-256, and no other.")
  private @Nullable TlsFingerprint tlsFingerprint;

  /**
   * What the options and the credentials file say together; options take precedence.
   *
   * @throws CannotRunException if they name no server
   */
  public Credentials credentials(Printer printer) {
    Credentials known =
        credentials == null ? alone(server) : CredentialsFile.read(credentials, printer);
    return new Credentials(
        server == null ? known.server() : server,
        Optional.ofNullable(tlsFingerprint).or(known::tlsFingerprint),
        known.login(),
        known.logKey(),
        known.participant(),
        known.role());
  }

  /** A client of that exchange. */
  public static ExchangeClient connect(Credentials known) {
    return ExchangeClient.connect(known.server(), known.tlsFingerprint(), known.login());
  }

  private static Credentials alone(@Nullable ServerAddress address) {
    if (address == null) {
      throw new CannotRunException(
          "Which exchange? Give --credentials with the file you got from the operator, or --server"
              + " (or set TANLIAN_CREDENTIALS or TANLIAN_SERVER).");
    }
    return Credentials.of(address);
  }
}
