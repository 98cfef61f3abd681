package io.tanlian.benchmarks.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * PostgreSQL as a node brings it along: every connection by scram password, no Unix socket, what is
 * committed is on disk. One setting differs: more WAL between two checkpoints, because the rounds
 * set their own.
 */
final class EmbeddedServer {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final int PASSWORD_BITS = 160;
  private static final int RADIX = 36;

  /** Of 16 MiB each. */
  private static final int WAL_FILES = 96;

  private EmbeddedServer() {}

  /** Starts it on a new cluster, which goes when it is closed. */
  static BenchmarkServer start(Path directory) throws IOException {
    Path run = Files.createTempDirectory(Files.createDirectories(directory), "run-");
    String password = new BigInteger(PASSWORD_BITS, new SecureRandom()).toString(RADIX);
    Path passwordFile =
        Files.createFile(
            run.resolve("password"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwordFile, password);
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(run.resolve("cluster"))
            .setOverrideWorkingDirectory(directory.resolve("programs").toFile())
            .setCleanDataDirectory(true)
            .setPGStartupWait(START_TIMEOUT)
            .setConnectConfig("password", password)
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("auth", "scram-sha-256")
            .setLocaleConfig("pwfile", passwordFile.toString())
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("password_encryption", "scram-sha-256")
            .setServerConfig("listen_addresses", "localhost")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("max_connections", "200")
            .setServerConfig("shared_buffers", "1GB")
            .setServerConfig("max_wal_size", "8GB")
            .setServerConfig("min_wal_size", "4GB")
            .setServerConfig("checkpoint_timeout", "30min")
            .start();
    makeWalFiles(postgres);
    return new BenchmarkServer(
        new ServerAddress(
            "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
            "postgres",
            password),
        () -> {
          postgres.close();
          Files.deleteIfExists(passwordFile);
          Files.deleteIfExists(run);
        });
  }

  /**
   * Fills as many WAL files as a turn needs, for the next checkpoint to recycle. A server that has
   * run for a while has them; a new one stops every commit for each that it makes.
   */
  private static void makeWalFiles(EmbeddedPostgres postgres) throws IOException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < WAL_FILES; i++) {
        statement.execute("select pg_logical_emit_message(false, 'fill', 'one')");
        statement.execute("select pg_switch_wal()");
      }
      statement.execute("checkpoint");
    } catch (SQLException e) {
      throw new IOException("the benchmarks' PostgreSQL cannot be prepared", e);
    }
  }
}
