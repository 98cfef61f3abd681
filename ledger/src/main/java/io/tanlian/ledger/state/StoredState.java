package io.tanlian.ledger.state;

import io.tanlian.ledger.Ledger;
import java.util.Set;

/**
 * Reads from the database each time, always all there is.
 *
 * @param ledger what is read
 */
public record StoredState(Ledger ledger) implements StateReads {

  @Override
  public TagHistory read(Set<Set<String>> criteria) {
    long head = ledger.head();
    return new TagHistory(head, ledger.byTags(criteria, head - 1));
  }

  @Override
  public void require(long treeSize) {}
}
