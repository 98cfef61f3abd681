package io.tanlian.exchange.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.exchange.DatabaseAccess;
import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.sequencer.AbsentEvents;
import io.tanlian.ledger.sequencer.PostgresSequencer;
import io.tanlian.ledger.sequencer.SequencerLimits;
import io.tanlian.ledger.sequencer.Surroundings;
import io.tanlian.ledger.sequencer.Term;
import io.tanlian.ledger.storage.HeadSignal;
import io.tanlian.ledger.storage.LedgerPool;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.note.NoteSigner;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Somebody restores yesterday's copy of the database. */
class RestoredBackupTest {
  @TempDir private Path temporary;

  @Test
  void a_node_refuses_to_sign_from_an_older_copy_and_says_what_to_do() throws Exception {
    Path data = temporary.resolve("data");
    Path home = temporary.resolve("another-disk-newest-checkpoint");
    ServeSettings settings = settings(data, home, 0);
    ExchangeServer.start(settings, _ -> {}).close();
    Path backup = temporary.resolve("backup");
    FileSystemUtils.copyRecursively(data.resolve("postgres"), backup);

    append(data, settings.home());
    assertThat(home).content().contains("\n3\n");
    String newest = Files.readString(home);

    FileSystemUtils.deleteRecursively(data.resolve("postgres"));
    FileSystemUtils.copyRecursively(backup, data.resolve("postgres"));
    List<String> steps = new ArrayList<>();
    assertThatThrownBy(() -> ExchangeServer.start(settings, steps::add).close())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("size 3")
        .hasMessageContaining("ends at size 2")
        .hasMessageContaining("Restore the newer copy")
        .hasMessageContaining("--accept-lost-entries 3")
        .hasMessageContaining(home.toString());
    assertThat(steps).doesNotContain("Starting the service");
    assertThat(home).content().isEqualTo(newest);

    assertThatThrownBy(() -> ExchangeServer.start(settings(data, home, 4), _ -> {}).close())
        .isInstanceOf(StartRefused.class);
    ExchangeServer.start(settings(data, home, 3), _ -> {}).close();
    assertThat(home).content().contains("\n2\n");
  }

  private static ServeSettings settings(Path data, Path home, long acceptedLostSize)
      throws IOException {
    ServeSettings local = ServeSettings.local(data, freePort());
    return new ServeSettings(
        local.data(),
        local.address(),
        local.port(),
        local.publicUrl(),
        Optional.of("restored.example.com/log"),
        Optional.empty(),
        Optional.empty(),
        new HomeSettings(new HomeSettings.InFile(home), acceptedLostSize),
        local.database(),
        local.certificate(),
        local.witnesses(),
        local.nodeUrl(),
        local.outbound(),
        local.rates());
  }

  private static void append(Path data, HomeSettings home) throws Exception {
    NoteSigner signer =
        NoteSigner.parse(Files.readString(data.resolve("secrets").resolve("log.key")).strip());
    try (NodeDatabase database = NodeDatabase.open(data, Optional.empty(), home);
        HikariDataSource pool = pool(database.access());
        var sequencer =
            new PostgresSequencer(
                pool,
                signer,
                new HeadSignal(),
                SequencerLimits.DEFAULT,
                new Surroundings(
                    leading(newestEpoch(pool)),
                    Optional.of(database.home()),
                    AbsentEvents.UNKNOWN,
                    List.of()))) {
      Entry entry =
          Entry.of(UUID.randomUUID(), "a", "1", Instant.EPOCH, Set.of(), Map.of(), new byte[1]);
      assertThat(
              sequencer
                  .append(List.of(NewEntry.of(entry)), AppendCondition.none())
                  .get(60, TimeUnit.SECONDS))
          .isInstanceOf(AppendOutcome.Appended.class);
    }
  }

  private static Term leading(long epoch) {
    return () -> epoch;
  }

  /** The epoch of the node that served this database before. */
  private static long newestEpoch(HikariDataSource pool) throws SQLException {
    try (var connection = pool.getConnection();
        var row =
            connection.createStatement().executeQuery("select max(epoch) from ledger.epoch")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static HikariDataSource pool(DatabaseAccess access) {
    return LedgerPool.open("test", access.url(), access.service(), access.servicePassword(), 2);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
