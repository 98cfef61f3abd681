package io.tanlian.exchange.material;

import io.tanlian.verifier.stock.AccountBalance;
import java.util.List;

/**
 * A site's account for one period, masses in kilograms.
 *
 * @param credited what came into it; what is processed within comes in once
 * @param carriedOver whether the period is over and what is left may be used until {@code
 *     usableUntil}
 */
record AccountView(
    String holder,
    String site,
    String first,
    String last,
    String usableUntil,
    boolean carriedOver,
    List<Amount> credited,
    List<Amount> used,
    List<Amount> left,
    List<Amount> expired) {
  static AccountView of(AccountBalance balance) {
    return new AccountView(
        balance.holder().value(),
        balance.account().site().value(),
        balance.account().period().first().toString(),
        balance.account().period().last().toString(),
        balance.account().lastDay().toString(),
        balance.carriedOver(),
        Amount.all(balance.credited()),
        Amount.all(balance.used()),
        Amount.all(balance.left()),
        Amount.all(balance.expired()));
  }
}
