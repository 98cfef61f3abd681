package io.tanlian.benchmarks.material;

import io.tanlian.benchmarks.database.BenchmarkServer;
import io.tanlian.benchmarks.harness.Comparison;
import io.tanlian.benchmarks.harness.Suite;
import java.util.List;

/** Material that is used once, and traced: the service's own code beside raw JDBC. */
public final class MaterialSuite implements Suite {
  private static final int BATCHES = 100_000;
  private static final int BATCHES_QUICK = 5_000;
  private static final int EARLIER_DRAWS = 20_000;
  private static final int EARLIER_DRAWS_QUICK = 5_000;
  private static final int WALKED_BATCHES = 10_000;
  private static final int WALKED_BATCHES_QUICK = 2_000;

  @Override
  public String word() {
    return "material";
  }

  @Override
  public String title() {
    return "recycled material, used once and traced, beside raw JDBC on the same PostgreSQL";
  }

  @Override
  public List<Comparison> comparisons(BenchmarkServer server, boolean quick) {
    AllocationComparisons allocations = new AllocationComparisons(server);
    return List.of(
        allocations.hot(),
        allocations.drawn(quick ? EARLIER_DRAWS_QUICK : EARLIER_DRAWS),
        allocations.many(quick ? BATCHES_QUICK : BATCHES),
        new WalkComparison(server, quick ? WALKED_BATCHES_QUICK : WALKED_BATCHES));
  }
}
