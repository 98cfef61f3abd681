package io.tanlian.benchmarks.pact;

import io.tanlian.benchmarks.harness.Comparison;
import io.tanlian.benchmarks.harness.Contest;
import io.tanlian.benchmarks.harness.Goal;
import io.tanlian.benchmarks.harness.Side;
import io.tanlian.benchmarks.harness.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The comparisons.
 *
 * @param servers started when the first is opened
 */
record PactComparisons(Goals goals, Callable<Servers> servers) {
  private static final int TRANSLATED_PAGES = 30;

  List<Comparison> all() {
    return List.of(
        besidePlain("list", goals.list(), ReadList::anyPage, FullLoad::new),
        besidePlain("get", goals.get(), ReadList::anyFootprint, FullLoad::new),
        besidePlain("list-p99", goals.listP99(), ReadList::anyPage, HalfLoad::new),
        besidePlain("get-p99", goals.getP99(), ReadList::anyFootprint, HalfLoad::new),
        flat("list-flat", goals.flat("list", "any page of 100"), each(ReadList::anyPage)),
        flat("get-flat", goals.flat("get", "any by its id"), each(ReadList::anyFootprint)),
        flat(
            "filter-flat",
            goals.flat("list of one product", "the only footprint of any product"),
            each(ReadList::anyProduct)),
        flat(
            "v2-flat",
            goals.flat("list in version 2", "/2/footprints, any of 30 pages of 100"),
            PactComparisons::translated));
  }

  /** What a side asks for. */
  @FunctionalInterface
  private interface Reads {
    Supplier<Read> of(LoadedNode node) throws Exception;
  }

  private Comparison besidePlain(
      String word,
      Goal goal,
      BiFunction<ReadList, RandomGenerator, Read> any,
      BiFunction<Target, Supplier<Read>, Side> load) {
    return new Asked(
        word,
        goal,
        () -> {
          Servers open = servers.call();
          Supplier<Read> reads = each(any).of(open.many());
          return Contest.of(
              new WalkedAfter(load.apply(open.many().target(), reads), open.many()),
              load.apply(open.plain(), reads));
        });
  }

  private Comparison flat(String word, Goal goal, Reads reads) {
    return new Asked(
        word,
        goal,
        () -> {
          Servers open = servers.call();
          return Contest.of(
              new OneCaller(open.many().target(), reads.of(open.many())),
              new OneCaller(open.few().target(), reads.of(open.few())));
        });
  }

  private static Reads each(BiFunction<ReadList, RandomGenerator, Read> any) {
    return node -> () -> any.apply(node.list(), ThreadLocalRandom.current());
  }

  /** The same pages in version 2, recorded before. */
  private static Supplier<Read> translated(LoadedNode node) throws Exception {
    List<Read> pages = node.translated(TRANSLATED_PAGES);
    return () -> ReadList.any(pages, ThreadLocalRandom.current());
  }

  private record Asked(String word, Goal goal, Callable<Contest> contest) implements Comparison {
    @Override
    public Contest open() throws Exception {
      return contest.call();
    }
  }

  /** Walks all pages once more when the turns are over. */
  private record WalkedAfter(Side side, LoadedNode node) implements Side {
    @Override
    public void warmUp(Duration time) throws Exception {
      side.warmUp(time);
    }

    @Override
    public Turn turn(Duration time) throws Exception {
      return side.turn(time);
    }

    @Override
    public void close() {
      side.close();
      try {
        node.requireWhole();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
