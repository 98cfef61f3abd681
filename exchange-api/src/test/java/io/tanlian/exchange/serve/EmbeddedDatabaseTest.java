package io.tanlian.exchange.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL, as a node brings it along. */
class EmbeddedDatabaseTest {
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path node;
  private Path cluster;
  private Path passwords;
  private NodeSecrets secrets;
  private EmbeddedDatabase database;

  @BeforeEach
  void start() throws IOException, StartRefused {
    cluster = node.resolve("postgres");
    passwords = PrivateFiles.directory(node.resolve("secrets"));
    secrets = NodeSecrets.open(passwords, "log.example.com/test");
    database = started();
  }

  @AfterEach
  void stop() throws IOException {
    database.close();
  }

  @Test
  void a_new_cluster_asks_everybody_for_a_scram_password() throws Exception {
    assertThat(Files.readAllLines(cluster.resolve("pg_hba.conf")))
        .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
        .isNotEmpty()
        .allSatisfy(rule -> assertThat(rule).endsWith(" scram-sha-256"));
    assertThatThrownBy(() -> connection("postgres", "guessed"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
    assertThatCode(() -> connection("postgres", secrets.superuserPassword()).close())
        .doesNotThrowAnyException();
  }

  @Test
  void the_unpacked_programs_are_in_a_directory_that_others_may_not_write_to() throws Exception {
    Path programs = Path.of(System.getProperty("user.home"), ".cache", "tanlian", "postgres");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(programs)))
        .isEqualTo("rwx------");
  }

  @Test
  void a_cluster_that_trusts_somebody_is_not_started() throws Exception {
    database.close();
    Path accessRules = cluster.resolve("pg_hba.conf");
    Files.writeString(accessRules, "host all all 127.0.0.1/32 trust\n");
    assertThatThrownBy(this::started)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(accessRules.toString())
        .hasMessageContaining("host all all 127.0.0.1/32 trust");
    assertThat(cluster.resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  void a_password_file_that_an_editor_ended_with_a_newline_still_opens_the_cluster()
      throws Exception {
    database.close();
    Path file = NodeSecrets.superuserPassword(passwords);
    Files.writeString(file, Files.readString(file) + "\r\n");
    secrets = NodeSecrets.open(passwords, "log.example.com/test");
    database = started();
    assertThatCode(() -> connection("postgres", secrets.superuserPassword()).close())
        .doesNotThrowAnyException();
  }

  @Test
  void a_server_left_behind_is_stopped_and_its_data_kept() throws Exception {
    ProcessHandle left = server();
    LeftBehindServer.stop(cluster, LONG);
    assertThat(left.isAlive()).isFalse();
    database.close();
    database = started();
    assertThatCode(() -> connection("postgres", secrets.superuserPassword()).close())
        .doesNotThrowAnyException();
  }

  @Test
  void a_server_that_waits_for_a_client_for_ever_is_killed_and_recovers() throws Exception {
    ProcessHandle left = server();
    try (Connection idle = connection("postgres", secrets.superuserPassword())) {
      assertThat(idle.isValid(5)).isTrue();
      LeftBehindServer.stop(cluster, SHORT);
    }
    assertThat(left.isAlive()).isFalse();
    database.close();
    database = started();
    assertThatCode(() -> connection("postgres", secrets.superuserPassword()).close())
        .doesNotThrowAnyException();
  }

  @Test
  void a_postgres_of_another_directory_is_left_alone() throws Exception {
    Path other = Files.createDirectory(node.resolve("other"));
    Files.copy(cluster.resolve("postmaster.pid"), other.resolve("postmaster.pid"));
    assertThatThrownBy(() -> LeftBehindServer.stop(other, LONG))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("does not run on this directory");
    assertThat(server().isAlive()).isTrue();
  }

  private EmbeddedDatabase started() throws IOException, StartRefused {
    return EmbeddedDatabase.start(cluster, secrets, NodeSecrets.superuserPassword(passwords));
  }

  private Connection connection(String user, String password) throws SQLException {
    return DriverManager.getConnection(
        database.access().url().replace("/tanlian", "/postgres"), user, password);
  }

  private ProcessHandle server() throws IOException {
    String pid = Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }
}
