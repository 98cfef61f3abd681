package io.tanlian.ledger.sequencer;

import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.note.SignedNote;
import java.util.List;

/**
 * Entries that one transaction put on the ledger.
 *
 * @param firstIndex index of the first of them; the others follow
 * @param checkpoint the signed tree head that covers exactly them and all before
 */
public record CommittedBatch(long firstIndex, List<Entry> entries, SignedNote checkpoint) {
  public CommittedBatch {
    entries = List.copyOf(entries);
  }

  /** Size of the tree that ends with this batch. */
  public long treeSize() {
    return firstIndex + entries.size();
  }
}
