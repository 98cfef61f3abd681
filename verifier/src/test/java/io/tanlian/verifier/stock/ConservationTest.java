package io.tanlian.verifier.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.statement.StatementType;
import io.tanlian.verifier.World;
import io.tanlian.verifier.rules.StatementVerifier;
import io.tanlian.verifier.state.LedgerState;
import io.tanlian.verifier.state.StatementTags;
import io.tanlian.verifier.stock.TradeHistory.Entry;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds of all trade, whatever is said in it. */
class ConservationTest {
  private static final int HISTORIES = 100;
  private static final int STATEMENTS = 60;

  /** Each follows from its seed, which is its position. */
  private static final List<TradeHistory> ALL =
      LongStream.range(0, HISTORIES).mapToObj(seed -> RandomTrade.of(seed, STATEMENTS)).toList();

  private static final Set<StatementType> KINDS =
      EnumSet.range(StatementType.RECOVERY_DECLARATION, StatementType.CORRECTION);

  @Test
  void everything_is_said_and_some_of_it_refused_for_every_reason() {
    Map<StatementType, Integer> taken = new EnumMap<>(StatementType.class);
    Map<StatementType, Integer> refused = new EnumMap<>(StatementType.class);
    Set<ProblemCode> reasons = EnumSet.noneOf(ProblemCode.class);
    ALL.stream()
        .flatMap(history -> history.said().stream())
        .forEach(said -> {
          StatementType type = said.read().statement().type();
          (StatementVerifier.refuses(said.findings()) ? refused : taken)
              .merge(type, 1, Integer::sum);
          said.findings().stream().map(finding -> finding.problem().code()).forEach(reasons::add);
        });

    assertThat(KINDS)
        .allSatisfy(kind -> {
          assertThat(taken.get(kind)).as("%s taken", kind).isGreaterThan(100);
          assertThat(refused.get(kind)).as("%s refused", kind).isGreaterThan(20);
        });
    assertThat(reasons)
        .contains(
            ProblemCode.MATERIAL_EXCEEDS_INPUT,
            ProblemCode.MATERIAL_LOT_TAKEN,
            ProblemCode.MATERIAL_BATCH_CORRECTED,
            ProblemCode.MATERIAL_NOT_YOURS,
            ProblemCode.MATERIAL_EXCEEDS_BATCH,
            ProblemCode.MATERIAL_EXPIRED,
            ProblemCode.MATERIAL_CUSTODY_BROKEN,
            ProblemCode.MATERIAL_UNBALANCED,
            ProblemCode.MATERIAL_NOT_RECOVERED,
            ProblemCode.MATERIAL_TRANSFER_MISFIT,
            ProblemCode.MATERIAL_ALREADY_USED,
            ProblemCode.MATERIAL_RETURN_MISFIT);
  }

  @Test
  void what_came_in_is_left_claimed_or_lost_to_the_gram() {
    each(history -> {
      Books books = Books.of(history.movements());

      assertThat(left(history.state(), history).plus(books.claimed()).plus(books.lost()))
          .isEqualTo(books.outside());
    });
  }

  @Test
  void recoveries_gain_no_more_than_weighing_leaves_open() {
    each(history -> {
      for (Entry entry : history.movements()) {
        Books books = Books.of(List.of(entry));
        assertThat(books.gained().contents())
            .allSatisfy((what, grams) ->
                assertThat(1000 * grams).isLessThanOrEqualTo(1005 * books.weighedHere().of(what)));
      }
    });
  }

  @Test
  void no_batch_is_ever_overdrawn_or_holds_more_than_it_brought() {
    each(history -> {
      for (Entry entry : history.entries()) {
        for (StatementId changed : StatementTags.movedBy(entry.read())) {
          requirePossible(entry.before().holding(changed));
        }
      }
      history.movements().forEach(entry -> requirePossible(history.state().holding(entry.id())));
    });
  }

  private static void requirePossible(Optional<Holding> holding) {
    assertThat(holding.orElseThrow().stocks().values())
        .allSatisfy(stock -> {
          assertThat(stock.used().isPossible()).isTrue();
          assertThat(stock.left().isPossible()).isTrue();
        });
  }

  /** So that nothing is judged otherwise at admission than in an audit. */
  @Test
  void the_entries_that_admission_reads_tell_all_that_judging_needs() {
    each(history ->
        assertThat(history.said())
            .allSatisfy(said -> assertThat(said.fromSources()).isEqualTo(said.findings())));
  }

  @Test
  void reading_the_ledger_again_gives_the_same_holdings() {
    each(history -> {
      LedgerState again = LedgerState.EMPTY;
      for (Entry entry : history.entries()) {
        again = again.evolve(entry.index(), World.read(entry.read().signed()));
      }
      assertThat(holdings(again, history)).isEqualTo(holdings(history.state(), history));
    });
  }

  /** So that an append need only fail if one of its sources moved. */
  @Test
  void neighbours_that_are_not_each_other_s_sources_may_change_places() {
    int swapped = 0;
    for (TradeHistory history : ALL) {
      for (int i = 0; i + 1 < history.movements().size(); i++) {
        Entry first = history.movements().get(i);
        Entry second = history.movements().get(i + 1);
        if (isNoSourceOf(first, second) && isNoSourceOf(second, first)) {
          LedgerState before = first.before();
          assertThat(
                  amounts(
                      before
                          .evolve(first.index(), second.read())
                          .evolve(second.index(), first.read()),
                      history))
              .isEqualTo(
                  amounts(
                      before
                          .evolve(first.index(), first.read())
                          .evolve(second.index(), second.read()),
                      history));
          assertThat(history.judgeAt(first.index(), second.read(), before))
              .isEqualTo(history.judgeAt(first.index(), second.read(), second.before()));
          swapped++;
        }
      }
    }
    assertThat(swapped).isGreaterThan(HISTORIES);
  }

  private static boolean isNoSourceOf(Entry entry, Entry other) {
    return Collections.disjoint(entry.tags(), StatementTags.sourcesOf(other.read()));
  }

  /** So that a node may keep holdings, and read only what came since. */
  @Test
  void a_holding_that_is_known_and_the_entries_since_are_as_good_as_all_entries() {
    each(history -> {
      for (Entry entry : history.movements()) {
        for (StatementId id : StatementTags.movedBy(entry.read())) {
          Holding known = entry.before().holding(id).orElseThrow();
          LedgerState since = LedgerState.EMPTY.with(known);
          LedgerState overlapping = since;
          for (Entry later : history.entries()) {
            overlapping = overlapping.evolve(later.index(), later.read());
            since =
                later.index() < known.treeSize()
                    ? since
                    : since.evolve(later.index(), later.read());
          }
          assertThat(since.holding(id)).isEqualTo(history.state().holding(id));
          assertThat(overlapping.holding(id)).isEqualTo(history.state().holding(id));
        }
      }
    });
  }

  private static void each(Consumer<TradeHistory> law) {
    for (int seed = 0; seed < HISTORIES; seed++) {
      try {
        law.accept(ALL.get(seed));
      } catch (AssertionError broken) {
        throw new AssertionError("seed " + seed, broken);
      }
    }
  }

  /** Of all batches that were not corrected away. */
  private static Amounts left(LedgerState state, TradeHistory history) {
    return history.movements().stream()
        .map(entry -> state.holding(entry.id()).orElseThrow())
        .filter(holding -> holding.correctedAt().isEmpty())
        .flatMap(holding -> holding.stocks().values().stream())
        .map(stock -> new Amounts(0, stock.left().contents()))
        .reduce(Amounts.NONE, Amounts::plus);
  }

  private static Map<StatementId, Optional<Holding>> holdings(
      LedgerState state, TradeHistory history) {
    Map<StatementId, Optional<Holding>> holdings = new HashMap<>();
    history.entries().forEach(entry -> holdings.put(entry.id(), state.holding(entry.id())));
    return holdings;
  }

  private static Map<StatementId, Optional<Map<String, Stock>>> amounts(
      LedgerState state, TradeHistory history) {
    Map<StatementId, Optional<Map<String, Stock>>> amounts = new HashMap<>();
    history
        .entries()
        .forEach(entry -> amounts.put(entry.id(), state.holding(entry.id()).map(Holding::stocks)));
    return amounts;
  }
}
