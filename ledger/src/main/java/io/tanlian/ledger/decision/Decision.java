package io.tanlian.ledger.decision;

import io.tanlian.ledger.NewEntry;
import java.util.List;

/**
 * What a pure decision came to.
 *
 * @param <R> how it says no
 */
public sealed interface Decision<R> {

  /** Yes: put these on the ledger, all or none. */
  record Append<R>(List<NewEntry> entries) implements Decision<R> {
    public Append {
      entries = List.copyOf(entries);
      if (entries.isEmpty()) {
        throw new IllegalArgumentException("a decision to append needs at least one entry");
      }
    }
  }

  /** No. */
  record Refuse<R>(R refusal) implements Decision<R> {}
}
