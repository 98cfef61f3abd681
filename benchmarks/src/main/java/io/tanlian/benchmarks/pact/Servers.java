package io.tanlian.benchmarks.pact;

import io.tanlian.benchmarks.database.BenchmarkServer;
import io.tanlian.benchmarks.database.NodeDatabases;
import io.tanlian.benchmarks.database.ServerAddress;
import io.tanlian.exchange.DatabaseAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.util.FileSystemUtils;

/** The servers that the comparisons share: a large node, a small one, and the plain list. */
final class Servers implements AutoCloseable {
  /** What the small node has. */
  static final int FEW_FOOTPRINTS = 1_000;

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final LoadedNode many;
  private final LoadedNode few;
  private final ServerProcess plain;
  private final URI plainUrl;

  /**
   * Starts and fills them.
   *
   * @param directory for what they keep
   * @param footprints of the large node
   */
  Servers(BenchmarkServer server, Path directory, int footprints) throws Exception {
    try {
      Path run = Files.createTempDirectory(Files.createDirectories(directory), "pact-");
      opened.push(() -> FileSystemUtils.deleteRecursively(run));
      NodeDatabases databases = keep(server.nodeDatabases(DatabaseAccess.SERVICE_ROLE));
      ServerAddress ofMany = databases.create();
      ServerAddress ofFew = databases.create();
      ExchangeNode large = keep(ExchangeNode.start(run.resolve("many"), ofMany));
      ExchangeNode small = keep(large.startBeside(run.resolve("few"), ofFew));
      this.few = LoadedNode.load(small, new Catalogue(FEW_FOOTPRINTS));
      this.many = LoadedNode.load(large, new Catalogue(footprints));
      NodeDatabases.vacuum(ofFew);
      NodeDatabases.vacuum(ofMany);
      int port = ExchangeNode.freePort();
      this.plain =
          keep(PlainServer.start(many.list(), run.resolve("list"), port, large.certificate()));
      this.plainUrl = URI.create("https://localhost:" + port);
    } catch (Throwable failure) {
      close();
      throw failure;
    }
  }

  /** The node with all the footprints. */
  LoadedNode many() {
    return many;
  }

  LoadedNode few() {
    return few;
  }

  /** Connections to the plain list, which asks for no token. */
  Target plain() throws IOException {
    return Target.open(
        _ -> new HttpsConnection(plainUrl, many.node().tls(), ""), plain::processorTime);
  }

  private <T extends AutoCloseable> T keep(T resource) {
    opened.push(resource);
    return resource;
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception failure) {
        throw new IllegalStateException("the servers could not be closed", failure);
      }
    }
  }
}
