package io.tanlian.exchange.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.tlog.note.NoteSigner;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole node with its own PostgreSQL. */
class ExchangeServerTest {
  @TempDir private Path temporary;

  @Test
  void a_ledger_of_another_key_or_operator_is_refused_before_anything_is_signed_or_answered()
      throws Exception {
    Path data = temporary.resolve("data");
    ServeSettings settings = ServeSettings.local(data, freePort());
    String origin;
    try (ExchangeServer first = ExchangeServer.start(settings, _ -> {})) {
      origin = first.logKey().name();
    }

    Path logKey = data.resolve("secrets").resolve("log.key");
    String ownKey = Files.readString(logKey);
    Files.writeString(logKey, NoteSigner.generate(origin).formatSecret());
    requireRefused(settings, "was not signed with this node's log key");

    Files.writeString(logKey, ownKey);
    Path identity = data.resolve("node.json");
    String own = Files.readString(identity);
    Files.writeString(identity, own.replace("did:web:localhost", "did:web:other.example.com"));
    assertThat(identity).content().isNotEqualTo(own);
    requireRefused(settings, "does not begin with the admission of this node's operator");
  }

  private static void requireRefused(ServeSettings settings, String words) {
    List<String> steps = new ArrayList<>();
    assertThatThrownBy(() -> ExchangeServer.start(settings, steps::add).close())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(words);
    assertThat(steps).doesNotContain("Starting the service");
    assertThat(settings.data().resolve("postgres").resolve("postmaster.pid")).doesNotExist();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
