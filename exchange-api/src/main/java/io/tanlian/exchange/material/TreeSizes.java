package io.tanlian.exchange.material;

import io.tanlian.exchange.problem.QueryRefused;
import io.tanlian.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tree size a query is about. */
@Component
final class TreeSizes {
  private final Ledger ledger;

  TreeSizes(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * The size asked for, or the newest.
   *
   * @throws QueryRefused for one the ledger does not have yet
   */
  long of(@Nullable Long asOf) {
    long head = ledger.head();
    if (asOf != null && (asOf < 1 || asOf > head)) {
      throw QueryRefused.invalid(
          "asOf must be a tree size from 1 to " + head + ", not " + asOf + ".",
          "Take it from a receipt or from /checkpoint.");
    }
    return asOf == null ? head : asOf;
  }
}
