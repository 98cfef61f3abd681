package io.tanlian.exchange.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.exchange.DatabaseAccess;
import io.tanlian.exchange.serve.DatabaseOptions;
import io.tanlian.exchange.serve.HomeOptions;
import io.tanlian.exchange.serve.NodeDatabase;
import io.tanlian.exchange.serve.StartRefused;
import io.tanlian.ledger.storage.LedgerPool;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which node's database, in every command that works on one. */
final class NodeOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".tanlian/data",
      description = "the node's data directory (${DEFAULT-VALUE})")
  private Path data = Path.of(".tanlian/data");

  @Mixin private final DatabaseOptions database = new DatabaseOptions();

  @Mixin private final HomeOptions home = new HomeOptions();

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "how much is done at the same time (as many as there are processors, up to 8)")
  private int parallel = Math.min(8, Runtime.getRuntime().availableProcessors());

  NodeDatabase open() throws IOException, StartRefused {
    if (parallel < 1 || parallel > 32) {
      throw new StartRefused("--parallel must be from 1 to 32, not " + parallel + ".");
    }
    return NodeDatabase.open(data, database.external(), home.settings(database, 0));
  }

  int parallel() {
    return parallel;
  }

  /** Connections of the schemas' owner. */
  static HikariDataSource pool(String name, DatabaseAccess access, int connections) {
    return LedgerPool.open(name, access.url(), access.owner(), access.ownerPassword(), connections);
  }
}
