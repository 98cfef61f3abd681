package io.tanlian.ledger.storage;

import java.util.List;

/**
 * The rows that one batch adds, save for its checkpoint.
 *
 * @param firstPosition of the first entry; the others follow without gaps
 * @param tiles that the batch has filled
 */
public record BatchRows(long firstPosition, List<EntryRows> entries, List<FullTile> tiles) {
  long lastPosition() {
    return firstPosition + entries.size() - 1;
  }
}
