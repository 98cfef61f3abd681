package io.tanlian.exchange.serve;

import io.tanlian.exchange.DatabaseAccess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL server a node brings along: data kept in a directory, fsync on, every connection
 * by scram password, no Unix socket.
 */
final class EmbeddedDatabase implements AutoCloseable {

  private static final String SUPERUSER = "postgres";
  private static final String OWNER = "tanlian_owner";
  private static final String DATABASE = "tanlian";
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration ORPHAN_STOP_TIMEOUT = Duration.ofSeconds(30);

  private static final String SCRAM_ONLY =
      """
      # Written by Tanlian: passwords on the loopback interface, nothing else.
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128      scram-sha-256
      """;

  /** The only role that can log in before the cluster is sealed is the superuser. */
  private static final String UNEXPECTED_ROLES =
      "SELECT rolname FROM pg_roles WHERE rolcanlogin AND rolname <> 'postgres'";

  private static final String OTHER_SESSIONS =
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
      """;

  private static final Pattern SAFE_PASSWORD = Pattern.compile("[A-Za-z0-9_-]{32,}");

  private final EmbeddedPostgres postgres;
  private final DatabaseAccess access;

  private EmbeddedDatabase(EmbeddedPostgres postgres, DatabaseAccess access) {
    this.postgres = postgres;
    this.access = access;
  }

  static EmbeddedDatabase start(Path cluster, NodeSecrets secrets)
      throws IOException, StartRefused {
    stopOrphan(cluster);
    Path unfinished = cluster.resolveSibling(cluster.getFileName() + ".unfinished");
    clearUnfinished(cluster, unfinished);
    EmbeddedPostgres postgres = launch(cluster, secrets.superuserPassword());
    try {
      if (!isSealed(cluster)) {
        seal(cluster, postgres, secrets.superuserPassword());
      }
      Files.deleteIfExists(unfinished);
      try (Connection superuser = postgres.getPostgresDatabase().getConnection()) {
        ensureOwner(superuser, secrets.ownerPassword());
      }
    } catch (SQLException e) {
      postgres.close();
      throw new StartRefused(
          "The embedded PostgreSQL in " + cluster + " could not be set up: " + e.getMessage(), e);
    }
    String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + DATABASE;
    return new EmbeddedDatabase(
        postgres,
        new DatabaseAccess(
            url,
            OWNER,
            secrets.ownerPassword(),
            DatabaseAccess.SERVICE_ROLE,
            secrets.servicePassword()));
  }

  DatabaseAccess access() {
    return access;
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  /**
   * A first start that was killed leaves half a cluster, which no later start could use. A file
   * beside it says so until it is sealed; before that there is nothing in it to lose.
   */
  private static void clearUnfinished(Path cluster, Path unfinished) throws IOException {
    if (Files.exists(unfinished)) {
      FileSystemUtils.deleteRecursively(cluster);
    }
    if (!Files.exists(cluster)) {
      PrivateFiles.write(unfinished, "The first start has not finished yet.");
    }
  }

  private static EmbeddedPostgres launch(Path cluster, String superuserPassword)
      throws IOException {
    PrivateFiles.directory(cluster);
    return EmbeddedPostgres.builder()
        .setDataDirectory(cluster)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setOverrideWorkingDirectory(binaries().toFile())
        .setPGStartupWait(START_TIMEOUT)
        .setConnectConfig("password", superuserPassword)
        .setLocaleConfig("locale", "C")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("password_encryption", "scram-sha-256")
        .setServerConfig("listen_addresses", "localhost")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "100")
        .start();
  }

  /** In the user's own cache: in a shared folder another user could plant programs. */
  private static Path binaries() throws IOException {
    return PrivateFiles.directory(
        Path.of(System.getProperty("user.home"), ".cache", "tanlian", "postgres"));
  }

  private static Path accessRules(Path cluster) {
    return cluster.resolve("pg_hba.conf");
  }

  private static boolean isSealed(Path cluster) throws IOException {
    return Files.readString(accessRules(cluster)).equals(SCRAM_ONLY);
  }

  /**
   * initdb leaves a cluster that trusts every local connection. Sealing sets the password, closes
   * that door, and refuses the (still empty) cluster if somebody came through it meanwhile.
   */
  private static void seal(Path cluster, EmbeddedPostgres postgres, String password)
      throws IOException, SQLException, StartRefused {
    try (Connection superuser = postgres.getPostgresDatabase().getConnection();
        Statement sql = superuser.createStatement()) {
      sql.execute("ALTER ROLE " + SUPERUSER + " PASSWORD " + literal(password));
      PrivateFiles.write(accessRules(cluster), SCRAM_ONLY);
      sql.execute("SELECT pg_reload_conf()");
      sql.execute(OTHER_SESSIONS);
      try (ResultSet roles = sql.executeQuery(UNEXPECTED_ROLES)) {
        if (roles.next() && !roles.getString(1).equals(OWNER)) {
          throw new StartRefused(
              "Somebody else connected to the new database before it was sealed. Delete "
                  + cluster
                  + " and start again on a machine where you trust the other users.");
        }
      }
    }
  }

  private static void ensureOwner(Connection superuser, String password) throws SQLException {
    try (Statement sql = superuser.createStatement()) {
      sql.execute(
          """
          DO $$ BEGIN
            CREATE ROLE %1$s LOGIN CREATEROLE;
          EXCEPTION WHEN duplicate_object THEN NULL;
          END $$;
          ALTER ROLE %1$s PASSWORD %2$s
          """
              .formatted(OWNER, literal(password)));
      try (ResultSet database =
          sql.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
        if (database.next()) {
          return;
        }
      }
      sql.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
      sql.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
    }
  }

  private static String literal(String password) {
    if (!SAFE_PASSWORD.matcher(password).matches()) {
      throw new IllegalArgumentException(
          "A database password must be 32 or more base64url letters");
    }
    return "'" + password + "'";
  }

  /**
   * A server left behind by a killed node still holds the cluster; it is stopped first. While a
   * cluster is being made, its process is the negative of the number.
   */
  private static void stopOrphan(Path cluster) throws IOException, StartRefused {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    var orphan =
        lines.isEmpty()
            ? java.util.Optional.<ProcessHandle>empty()
            : ProcessHandle.of(Math.abs(Long.parseLong(lines.getFirst().strip())));
    if (orphan.isEmpty() || !isPostgres(orphan.get())) {
      return;
    }
    orphan.get().destroy();
    try {
      orphan.get().onExit().get(ORPHAN_STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("Interrupted while stopping a PostgreSQL that was left behind.", e);
    } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
      throw new StartRefused(
          "A PostgreSQL left behind by a killed node (process "
              + lines.getFirst()
              + ") does not stop. Stop it by hand, then start again.",
          e);
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.endsWith("postgres")).orElse(false);
  }
}
