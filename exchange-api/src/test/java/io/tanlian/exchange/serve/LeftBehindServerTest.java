package io.tanlian.exchange.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftBehindServerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir private Path cluster;

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "many\n", "0\n", "99999999999999999999\n", "\u00ff"})
  void a_damaged_file_is_refused_in_words(String text) throws IOException {
    Path file = Files.writeString(cluster.resolve("postmaster.pid"), text);
    assertThatThrownBy(() -> LeftBehindServer.stop(cluster, PATIENCE))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("is damaged");
  }

  @Test
  void the_negative_number_that_initdb_writes_names_no_server_to_stop() throws Exception {
    Path file = Files.writeString(cluster.resolve("postmaster.pid"), "-1\n");
    LeftBehindServer.stop(cluster, PATIENCE);
    assertThat(file).exists();
  }

  @Test
  void a_process_that_took_over_the_number_is_left_alone_and_the_file_removed() throws Exception {
    long ourselves = ProcessHandle.current().pid();
    Path file = Files.writeString(cluster.resolve("postmaster.pid"), ourselves + "\n" + cluster);
    LeftBehindServer.stop(cluster, PATIENCE);
    assertThat(file).doesNotExist();
  }
}
