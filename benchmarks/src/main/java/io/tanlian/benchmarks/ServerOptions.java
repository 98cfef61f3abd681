package io.tanlian.benchmarks;

import io.tanlian.benchmarks.database.BenchmarkServer;
import io.tanlian.benchmarks.database.ServerAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which PostgreSQL to use. */
final class ServerOptions {
  private static final String PASSWORD = "TANLIAN_DATABASE_PASSWORD";

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description =
          "a PostgreSQL of your own (jdbc:postgresql://host:port/postgres) instead of the one inside; its user makes databases and roles, drops them afterwards, and runs CHECKPOINT")
  private @Nullable String databaseUrl;

  @Option(
      names = "--database-user",
      paramLabel = "NAME",
      defaultValue = "postgres",
      description = "who connects to it (${DEFAULT-VALUE}); the password is in " + PASSWORD)
  private String databaseUser = "";

  BenchmarkServer open(Path directory, Map<String, String> environment)
      throws IOException, SQLException {
    return BenchmarkServer.open(
        databaseUrl == null
            ? null
            : new ServerAddress(databaseUrl, databaseUser, environment.getOrDefault(PASSWORD, "")),
        directory);
  }
}
