package io.tanlian.ledger.state;

import io.tanlian.ledger.Boundary;
import java.util.Set;

/** Reads what a decision stands on. */
public interface StateReads {

  /**
   * The entries within the boundary that are to be read; an empty set of tags is carried by every
   * entry.
   *
   * @throws io.tanlian.ledger.storage.LedgerUnavailableException if the database is needed and does
   *     not answer
   */
  TagHistory read(Boundary boundary);

  /** All entries that carry all the tags of any of the sets. */
  default TagHistory read(Set<Set<String>> criteria) {
    return read(Boundary.of(criteria));
  }

  /**
   * Says that the ledger is heard to be at least so large: reads from now on look at so much, or at
   * all there is.
   */
  void require(long treeSize);
}
