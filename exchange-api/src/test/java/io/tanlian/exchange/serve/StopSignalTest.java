package io.tanlian.exchange.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node in a process of its own that is told to stop. */
class StopSignalTest {
  private static final int DEADLINE_S = 180;

  @TempDir private Path temporary;

  @Test
  void a_node_told_to_stop_while_it_starts_leaves_no_database_running() throws Exception {
    Path data = temporary.resolve("data");
    Path pidFile = data.resolve("postgres").resolve("postmaster.pid");
    Process node = serve(data);
    try {
      while (!namesServer(pidFile)) {
        assertThat(node.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
      }
      node.destroy();
      assertThat(node.waitFor(DEADLINE_S, TimeUnit.SECONDS)).isTrue();
    } finally {
      node.destroyForcibly();
    }
    assertThat(Files.readString(temporary.resolve("said")))
        .contains("Starting PostgreSQL")
        .doesNotContain("Tanlian is up");
    assertThat(pidFile).doesNotExist();
  }

  /** While initdb makes the cluster the file comes and goes, with a negative number in it. */
  private static boolean namesServer(Path pidFile) throws IOException {
    try {
      return Files.readString(pidFile, StandardCharsets.ISO_8859_1).matches("(?s)[1-9].*");
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  private Process serve(Path data) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ServeCommand.class.getName(),
            "--data",
            data.toString(),
            "--port",
            Integer.toString(freePort()))
        .redirectErrorStream(true)
        .redirectOutput(said())
        .start();
  }

  private File said() {
    return temporary.resolve("said").toFile();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
