package io.tanlian.verifier.stock;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.Account;
import io.tanlian.contracts.material.MaterialOrigin;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A site's account for one period on a day: what came in, what was used of it, and what is left,
 * which is usable until the credits expire.
 *
 * @param credited what came into the account; what is processed within it comes in once
 * @param used what left it, losses included
 * @param left usable on the day; nothing once expired
 * @param expired left over on the last day, and lost
 * @param carriedOver whether the period is over, and what is left stands in the following one
 */
public record AccountBalance(
    ParticipantId holder,
    Account account,
    Amounts credited,
    Amounts used,
    Amounts left,
    Amounts expired,
    boolean carriedOver) {

  /**
   * The balance.
   *
   * @param holdings of all statements that brought batches into the account; those corrected away
   *     do not count
   * @param movements of the same statements
   */
  public static AccountBalance of(
      ParticipantId holder,
      Account account,
      Collection<Holding> holdings,
      Map<StatementId, Movement> movements,
      LocalDate day) {
    Map<StatementId, Holding> live =
        holdings.stream()
            .filter(holding -> holding.correctedAt().isEmpty())
            .collect(Collectors.toMap(Holding::statement, Function.identity()));
    List<Stock> stocks =
        live.values().stream().flatMap(holding -> holding.stocks().values().stream()).toList();
    Amounts brought = sum(stocks.stream().map(stock -> Amounts.of(stock.batch().contents())));
    Amounts used = sum(stocks.stream().map(stock -> new Amounts(0, stock.used().contents())));
    Amounts within =
        sum(
            live.values().stream()
                .map(
                    holding -> within(holding, movements.get(holding.statement()), live.keySet())));
    Amounts rest = brought.minus(used);
    boolean over = day.isAfter(account.lastDay());
    return new AccountBalance(
        holder,
        account,
        brought.minus(within),
        used.minus(within),
        over ? Amounts.NONE : rest,
        over ? rest : Amounts.NONE,
        day.isAfter(account.period().last()) && !over);
  }

  /** What a statement brought from batches of the same account: it did not come in again. */
  private static Amounts within(
      Holding holding, @Nullable Movement movement, Set<StatementId> account) {
    if (movement == null) {
      return Amounts.NONE;
    }
    Amounts inside =
        sum(
            movement.uses().stream()
                .filter(use -> account.contains(use.batch().statement()))
                .map(use -> Amounts.of(use.contents())));
    Amounts brought =
        sum(holding.stocks().values().stream().map(stock -> Amounts.of(stock.batch().contents())));
    SortedMap<MaterialOrigin, Long> both = new TreeMap<>();
    brought
        .contents()
        .forEach((what, grams) -> {
          long common = Math.min(grams, inside.of(what));
          if (common > 0) {
            both.put(what, common);
          }
        });
    return new Amounts(0, both);
  }

  private static Amounts sum(Stream<Amounts> amounts) {
    return amounts.reduce(Amounts.NONE, Amounts::plus);
  }
}
