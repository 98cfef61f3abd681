package io.tanlian.exchange.serve;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database, in every command that needs the node's. */
public final class DatabaseOptions {
  private static final String PASSWORD_VARIABLE = "TANLIAN_DATABASE_PASSWORD";

  @Option(
      names = "--database-url",
      paramLabel = "JDBC-URL",
      description = "a PostgreSQL 17 or later of your own, instead of the one inside")
  private @Nullable String url;

  @Option(
      names = "--database-owner",
      paramLabel = "ROLE",
      defaultValue = "tanlian_owner",
      description =
          "its role with CREATE and CREATEROLE (${DEFAULT-VALUE}); its password comes from "
              + PASSWORD_VARIABLE)
  private String owner = "tanlian_owner";

  @Option(
      names = "--database-plaintext",
      description = "accept connections to databases that others on the network could read")
  private boolean plaintext;

  /** The server of the operator's own; empty for the one inside. */
  public Optional<ServeSettings.ExternalDatabase> external() throws StartRefused {
    if (url == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ServeSettings.ExternalDatabase(
            DatabaseUrl.require("--database-url", url, plaintext),
            owner,
            password(PASSWORD_VARIABLE, owner)));
  }

  boolean plaintextAccepted() {
    return plaintext;
  }

  static String password(String variable, String role) throws StartRefused {
    String password = System.getenv(variable);
    if (password == null || password.isBlank()) {
      throw new StartRefused(
          "Put the password of " + role + " into the variable " + variable + ".");
    }
    return password;
  }
}
