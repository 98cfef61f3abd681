package io.tanlian.benchmarks.pact;

import io.tanlian.benchmarks.database.BenchmarkServer;
import io.tanlian.benchmarks.harness.Comparison;
import io.tanlian.benchmarks.harness.Suite;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PACT's list and get of a whole node, beside a plain list over the same HTTP stack. */
public final class PactSuite implements Suite {
  private static final int FOOTPRINTS = 100_000;
  private static final int FOOTPRINTS_QUICK = 5_000;

  private final Path directory;
  private @Nullable Servers servers;

  /**
   * The suite.
   *
   * @param directory for what its servers keep
   */
  public PactSuite(Path directory) {
    this.directory = directory;
  }

  @Override
  public String word() {
    return "pact";
  }

  @Override
  public String title() {
    return "PACT's list and get of a whole node, beside a plain list over the same HTTP stack";
  }

  @Override
  public List<Comparison> comparisons(BenchmarkServer server, boolean quick) {
    int footprints = quick ? FOOTPRINTS_QUICK : FOOTPRINTS;
    return new PactComparisons(new Goals(footprints), () -> servers(server, footprints)).all();
  }

  private Servers servers(BenchmarkServer server, int footprints) throws Exception {
    if (servers == null) {
      servers = new Servers(server, directory, footprints);
    }
    return servers;
  }

  @Override
  public void close() {
    if (servers != null) {
      servers.close();
    }
  }
}
