package io.tanlian.verifier.stock;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.material.Account;
import io.tanlian.contracts.material.Batch;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * A site's account for one period on a day: what came in, what was used of it, and what is left,
 * which is usable until the credits expire.
 *
 * @param credited by all batches that name the account
 * @param used of them
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
   */
  public static AccountBalance of(
      ParticipantId holder, Account account, Collection<Holding> holdings, LocalDate day) {
    List<Stock> stocks =
        holdings.stream()
            .filter(holding -> holding.correctedAt().isEmpty())
            .flatMap(holding -> holding.stocks().values().stream())
            .toList();
    Amounts credited =
        stocks.stream()
            .map(Stock::batch)
            .map((Batch batch) -> Amounts.of(batch))
            .reduce(Amounts.NONE, Amounts::plus);
    Amounts used = stocks.stream().map(Stock::used).reduce(Amounts.NONE, Amounts::plus);
    Amounts rest = credited.minus(used);
    boolean over = day.isAfter(account.lastDay());
    return new AccountBalance(
        holder,
        account,
        credited,
        used,
        over ? Amounts.NONE : rest,
        over ? rest : Amounts.NONE,
        day.isAfter(account.period().last()) && !over);
  }
}
