package io.tanlian.benchmarks.material;

import io.tanlian.benchmarks.database.BenchmarkServer;
import io.tanlian.benchmarks.harness.Comparison;
import io.tanlian.benchmarks.harness.Contest;
import io.tanlian.benchmarks.harness.Goal;
import io.tanlian.benchmarks.harness.Side;
import io.tanlian.benchmarks.harness.Turn;
import io.tanlian.benchmarks.ledger.Callers;
import io.tanlian.verifier.trace.ContentSources;
import io.tanlian.verifier.trace.ContentSources.Source;
import io.tanlian.verifier.trace.Trace;
import io.tanlian.verifier.trace.Walk;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Walks back from a product's claim to the recoveries, and says how much is from each.
 *
 * @param batches on the way
 */
record WalkComparison(BenchmarkServer server, int batches) implements Comparison {
  private static final int STEPS_MAX = 100_000;
  private static final double NANOS_PER_MS = 1e6;
  private static final String BY_INDEX = "select bytes from ledger.entry where position = any (?)";

  @Override
  public String word() {
    return "walk";
  }

  @Override
  public Goal goal() {
    return Goals.walk(batches);
  }

  @Override
  public Contest open() throws Exception {
    MaterialNode node = new MaterialNode(server.newDatabase(), MaterialNode.Meeting.IN_TURN);
    Tiers tiers = Tiers.on(node, batches);
    node.database().execute("vacuum (analyze) ledger.entry");
    node.database().execute("vacuum (analyze) ledger.entry_tag");
    Connection connection = node.database().connect(new Properties());
    Trace trace = walk(node, tiers);
    Long[] indexes = trace.steps().stream().map(step -> step.moved().index()).toArray(Long[]::new);
    return Contest.of(
        new Walks(node, tiers),
        new OneQuery(connection, connection.createArrayOf("bigint", indexes), indexes.length));
  }

  private static Trace walk(MaterialNode node, Tiers tiers) {
    return Walk.backward(
        node.material().asOf(node.ledger().head()), Set.of(tiers.claim()), STEPS_MAX);
  }

  private record Walks(MaterialNode node, Tiers tiers) implements Side {
    @Override
    public Turn turn(Duration time) {
      long start = System.nanoTime();
      long end = start + time.toNanos();
      long done = 0;
      int walks = 0;
      while (System.nanoTime() < end) {
        Trace trace = walk(node, tiers);
        List<Source> sources = ContentSources.of(tiers.claim(), trace);
        check(trace, sources);
        done += trace.steps().size();
        walks++;
      }
      double perSecond = Callers.perSecond(done, start);
      return new Turn(
          perSecond, Map.of("ms a walk", (System.nanoTime() - start) / NANOS_PER_MS / walks));
    }

    /** Each source is in whole grams, and together they are all that is claimed. */
    private void check(Trace trace, List<Source> sources) {
      BigDecimal sum =
          sources.stream().map(Source::kilograms).reduce(BigDecimal.ZERO, BigDecimal::add);
      if (trace.steps().size() != tiers.batches() + 1
          || sum.movePointRight(3).longValueExact() != tiers.claimedGrams()) {
        throw new IllegalStateException(
            "%d steps, %s kg of %d g".formatted(trace.steps().size(), sum, tiers.claimedGrams()));
      }
    }

    @Override
    public void close() {
      node.close();
    }
  }

  private record OneQuery(Connection connection, Array indexes, int count) implements Side {
    @Override
    public Turn turn(Duration time) throws SQLException {
      long start = System.nanoTime();
      long end = start + time.toNanos();
      long done = 0;
      long bytes = 0;
      try (PreparedStatement query = connection.prepareStatement(BY_INDEX)) {
        query.setArray(1, indexes);
        while (System.nanoTime() < end) {
          int found = 0;
          try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
              bytes += rows.getBytes(1).length;
              found++;
            }
          }
          if (found != count) {
            throw new IllegalStateException("read %d entries of %d".formatted(found, count));
          }
          done += found;
        }
      }
      return bytes == 0 ? Turn.of(0) : Turn.of(Callers.perSecond(done, start));
    }

    /** Ended by the other side, which drops the database with all its connections. */
    @Override
    public void close() {}
  }
}
