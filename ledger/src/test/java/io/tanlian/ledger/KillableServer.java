package io.tanlian.ledger;

import static org.awaitility.Awaitility.await;

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
import java.util.Random;
import java.util.stream.Stream;

/** A PostgreSQL of a test's own, on data that outlive it: to be killed and started again. */
public final class KillableServer implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final Path data;
  private EmbeddedPostgres server;

  private KillableServer(Path data, EmbeddedPostgres server) {
    this.data = data;
    this.server = server;
  }

  /**
   * Makes a cluster and starts it.
   *
   * @param data an empty directory
   */
  public static KillableServer start(Path data) throws IOException, SQLException {
    EmbeddedPostgres server = builder(data).start();
    requireDurable(server);
    return new KillableServer(data, server);
  }

  /** Its URL stays the same over restarts. */
  public TestDatabase newDatabase() {
    return TestServer.newDatabase(server);
  }

  /** SIGKILL for the server and all its processes, as when the machine's power is cut. */
  public void kill() throws IOException {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> processes =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    processes.forEach(ProcessHandle::destroyForcibly);
    await().atMost(DEADLINE).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }

  /**
   * SIGKILL for one process of the server, be it a backend or the log's writer: the others are
   * ended by the server itself, which recovers and goes on. Returns when it lets clients in again.
   */
  public void killOneProcess(Random random) throws IOException {
    List<ProcessHandle> processes = postmaster().children().toList();
    processes.get(random.nextInt(processes.size())).destroyForcibly();
    await().atMost(DEADLINE).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    await()
        .atMost(DEADLINE)
        .ignoreExceptionsInstanceOf(SQLException.class)
        .untilAsserted(() -> requireDurable(server));
  }

  /** Starts what was killed; PostgreSQL recovers from its log before it lets anybody in. */
  public void restart() throws IOException, SQLException {
    int port = server.getPort();
    server.close();
    server = builder(data).setPort(port).start();
    requireDurable(server);
  }

  private ProcessHandle postmaster() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    return ProcessHandle.of(pid).orElseThrow();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static EmbeddedPostgres.Builder builder(Path data) {
    return TestServer.durable().setDataDirectory(data).setCleanDataDirectory(false);
  }

  private static void requireDurable(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show fsync")) {
      if (!row.next() || !row.getString(1).equals("on")) {
        throw new AssertionError("this server would lose what it committed");
      }
    }
  }
}
