package io.tanlian.ledger.decision;

import io.tanlian.ledger.SequencedEntry;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a decision is taken on, in order of index.
 *
 * @param committed is on the ledger for good
 * @param ahead is decided, and to be appended together with this decision: not there yet, perhaps
 *     never, and perhaps at another index. Nothing that outlives the decision may be learned of it.
 */
public record History(List<SequencedEntry> committed, List<SequencedEntry> ahead) {
  /** All of it. */
  public List<SequencedEntry> entries() {
    return ahead.isEmpty() ? committed : Stream.concat(committed.stream(), ahead.stream()).toList();
  }
}
