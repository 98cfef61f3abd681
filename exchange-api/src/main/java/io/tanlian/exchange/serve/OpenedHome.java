package io.tanlian.exchange.serve;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.ledger.home.CheckpointHome;
import io.tanlian.ledger.home.DatabaseHome;
import io.tanlian.ledger.home.FileHome;
import io.tanlian.ledger.storage.LedgerPool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The second home of the newest checkpoint, with the connections it may need. */
final class OpenedHome implements AutoCloseable {
  private static final String FILE_NAME = "newest-checkpoint";
  private static final int CONNECTIONS = 2;

  private final CheckpointHome home;
  private final Optional<HikariDataSource> pool;

  private OpenedHome(CheckpointHome home, Optional<HikariDataSource> pool) {
    this.home = home;
    this.pool = pool;
  }

  static OpenedHome open(HomeSettings settings, Path data, String origin) throws IOException {
    return switch (settings.place()) {
      case HomeSettings.InDataDirectory() -> inFile(data.resolve(FILE_NAME));
      case HomeSettings.InFile(Path file) -> inFile(file);
      case HomeSettings.InDatabase(String url, String role, String password) ->
          inDatabase(LedgerPool.open("checkpoint-home", url, role, password, CONNECTIONS), origin);
    };
  }

  private static OpenedHome inFile(Path file) {
    return new OpenedHome(new FileHome(file), Optional.empty());
  }

  private static OpenedHome inDatabase(HikariDataSource pool, String origin) throws IOException {
    try {
      return new OpenedHome(DatabaseHome.open(pool, origin), Optional.of(pool));
    } catch (IOException e) {
      pool.close();
      throw e;
    }
  }

  CheckpointHome home() {
    return home;
  }

  @Override
  public void close() {
    pool.ifPresent(HikariDataSource::close);
  }
}
