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
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL server a node brings along: data kept in a directory, fsync on, every connection
 * by scram password, no Unix socket.
 */
final class EmbeddedDatabase implements AutoCloseable {

  private static final String OWNER = "tanlian_owner";
  private static final String DATABASE = "tanlian";
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

  /** Line 4 of PostgreSQL's own file. */
  private static final int PORT_LINE = 3;

  private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");

  private final EmbeddedPostgres postgres;
  private final DatabaseAccess access;

  private EmbeddedDatabase(EmbeddedPostgres postgres, DatabaseAccess access) {
    this.postgres = postgres;
    this.access = access;
  }

  /**
   * Starts the server, on a cluster made at the first start.
   *
   * @param superuserPassword the file that holds it
   */
  static EmbeddedDatabase start(Path cluster, NodeSecrets secrets, Path superuserPassword)
      throws IOException, StartRefused {
    LeftBehindServer.stop(cluster, STOP_PATIENCE);
    Path unfinished = cluster.resolveSibling(cluster.getFileName() + ".unfinished");
    clearUnfinished(cluster, unfinished);
    PrivateFiles.directory(cluster);
    refuseTrust(cluster);
    EmbeddedPostgres postgres = launch(cluster, secrets.superuserPassword(), superuserPassword);
    try {
      refuseTrust(cluster);
      Files.deleteIfExists(unfinished);
      try (Connection superuser = postgres.getPostgresDatabase().getConnection()) {
        ensureOwner(superuser, secrets.ownerPassword());
      }
    } catch (SQLException e) {
      postgres.close();
      throw new StartRefused(
          "The embedded PostgreSQL in " + cluster + " could not be set up: " + e.getMessage(), e);
    } catch (Throwable failure) {
      postgres.close();
      throw failure;
    }
    return new EmbeddedDatabase(postgres, accessAt(Integer.toString(postgres.getPort()), secrets));
  }

  /** How to reach the server that a running node has started on this cluster. */
  static DatabaseAccess ofRunning(Path cluster, NodeSecrets secrets)
      throws IOException, StartRefused {
    Path pidFile = cluster.resolve("postmaster.pid");
    List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
    if (lines.size() <= PORT_LINE || !PORT.matcher(lines.get(PORT_LINE)).matches()) {
      throw new StartRefused(
          "A process uses the data directory, but its PostgreSQL is not up: "
              + pidFile
              + " names no port. Try again when the node is up or stopped.");
    }
    return accessAt(lines.get(PORT_LINE), secrets);
  }

  private static DatabaseAccess accessAt(String port, NodeSecrets secrets) {
    return new DatabaseAccess(
        "jdbc:postgresql://localhost:" + port + "/" + DATABASE,
        OWNER,
        secrets.ownerPassword(),
        DatabaseAccess.SERVICE_ROLE,
        secrets.servicePassword());
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
   * beside it says so until it is whole; before that there is nothing in it to lose.
   */
  private static void clearUnfinished(Path cluster, Path unfinished) throws IOException {
    if (Files.exists(unfinished)) {
      FileSystemUtils.deleteRecursively(cluster);
    }
    if (!Files.exists(cluster)) {
      PrivateFiles.write(unfinished, "The first start has not finished yet.");
    }
  }

  /** initdb takes the last of several equal options, so that the cluster never trusts anyone. */
  private static EmbeddedPostgres launch(Path cluster, String password, Path passwordFile)
      throws IOException, StartRefused {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(cluster)
          .setCleanDataDirectory(false)
          .setRegisterShutdownHook(false)
          .setOverrideWorkingDirectory(binaries().toFile())
          .setPGStartupWait(START_TIMEOUT)
          .setConnectConfig("password", password)
          .setLocaleConfig("locale", "C")
          .setLocaleConfig("auth", "scram-sha-256")
          .setLocaleConfig("pwfile", passwordFile.toString())
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("password_encryption", "scram-sha-256")
          .setServerConfig("listen_addresses", "localhost")
          .setServerConfig("unix_socket_directories", "")
          .setServerConfig("max_connections", "100")
          .start();
    } catch (Throwable failure) {
      LeftBehindServer.stop(cluster, STOP_PATIENCE);
      throw failure;
    } finally {
      binaries();
    }
  }

  /**
   * In the user's own cache: in a shared folder another user could plant programs. Unpacking lets
   * others write there, so it is asked for again afterwards.
   */
  private static Path binaries() throws IOException, StartRefused {
    return PrivateFiles.directory(
        Path.of(System.getProperty("user.home"), ".cache", "tanlian", "postgres"));
  }

  /** initdb and we ask for passwords everywhere; older versions trusted everybody at first. */
  private static void refuseTrust(Path cluster) throws IOException, StartRefused {
    Path accessRules = cluster.resolve("pg_hba.conf");
    if (!Files.exists(accessRules)) {
      return;
    }
    for (String line : Files.readAllLines(accessRules)) {
      String rule = line.strip();
      if (!rule.isEmpty() && !rule.startsWith("#") && !rule.endsWith(" scram-sha-256")) {
        throw new StartRefused(
            accessRules
                + " lets somebody in without a scram-sha-256 password: "
                + rule
                + ". If the cluster is new, delete "
                + cluster
                + " and start again; else find out who changed the file.");
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

  /** Only letters of base64url get here: {@link NodeSecrets} refuses all else. */
  private static String literal(String password) {
    return "'" + password + "'";
  }
}
