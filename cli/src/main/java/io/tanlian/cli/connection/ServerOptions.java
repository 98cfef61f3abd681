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
  private static final String SERVER_VARIABLE = "TANLIAN_SERVER";

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = {
        "The exchange's address, https only; by default that in the credentials, or else that in",
        "the environment: TANLIAN_SERVER."
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
   * @throws CannotRunException if they name no server, or the environment another than the file
   */
  public Credentials credentials(Printer printer) {
    Optional<Credentials> file =
        Optional.ofNullable(credentials).map(path -> CredentialsFile.read(path, printer));
    ServerAddress address =
        address(
            Optional.ofNullable(server),
            Optional.ofNullable(System.getenv(SERVER_VARIABLE)),
            file.map(Credentials::server));
    Credentials known = file.orElseGet(() -> Credentials.of(address));
    return new Credentials(
        address,
        Optional.ofNullable(tlsFingerprint).or(known::tlsFingerprint),
        known.login(),
        known.logKey(),
        known.participant(),
        known.role());
  }

  /** The same; nothing where neither options nor environment name a server. */
  public Optional<Credentials> credentialsIfAny(Printer printer) {
    return server == null && credentials == null && System.getenv(SERVER_VARIABLE) == null
        ? Optional.empty()
        : Optional.of(credentials(printer));
  }

  /**
   * The credentials file, where its secret is to be replaced.
   *
   * @throws CannotRunException if there is none, or the secret is kept elsewhere
   */
  public Path fileWithSecret() {
    if (credentials == null || System.getenv(CredentialsFile.SECRET_VARIABLE) != null) {
      throw new CannotRunException(
          "The new secret goes into the credentials file: give it with --credentials, and unset "
              + CredentialsFile.SECRET_VARIABLE
              + " if the secret is there.");
    }
    return credentials;
  }

  /** A client of that exchange. */
  public static ExchangeClient connect(Credentials known) {
    return ExchangeClient.connect(known.server(), known.tlsFingerprint(), known.login());
  }

  /**
   * The server to talk to. A secret goes only where its file says, unless somebody types another
   * address: a variable that is still set must not send it elsewhere.
   *
   * @throws CannotRunException if there is none, or the environment contradicts the file
   */
  static ServerAddress address(
      Optional<ServerAddress> option, Optional<String> environment, Optional<ServerAddress> file) {
    if (option.isPresent()) {
      return option.get();
    }
    Optional<ServerAddress> variable =
        environment.filter(text -> !text.isBlank()).map(ServerOptions::variable);
    if (file.isPresent() && variable.isPresent() && !isSame(variable.get(), file.get())) {
      throw new CannotRunException(
          "%s is %s, but the credentials are for %s. Unset the variable; or give --server, if that is where they shall go."
              .formatted(SERVER_VARIABLE, variable.get(), file.get()));
    }
    return file.or(() -> variable)
        .orElseThrow(() ->
            new CannotRunException(
                "Which exchange? Give --credentials with the file you got from the operator, or"
                    + " --server (or set TANLIAN_CREDENTIALS or TANLIAN_SERVER)."));
  }

  private static boolean isSame(ServerAddress one, ServerAddress other) {
    return one.toString().equalsIgnoreCase(other.toString());
  }

  private static ServerAddress variable(String text) {
    try {
      return ServerAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw new CannotRunException(SERVER_VARIABLE + ": " + e.getMessage(), e);
    }
  }
}
