package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.seen.KeyHash;
import io.tanlian.ledger.storage.EntryRows;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.entry.EntryCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An append with all that can be worked out on its caller's thread, before it has its turn. */
record PendingAppend(
    List<Leaf> leaves,
    AppendCondition condition,
    long bytes,
    CompletableFuture<AppendOutcome> answer) {

  /**
   * An entry, ready to be placed.
   *
   * @param hash of its bytes
   * @param rows it makes, save for their position
   * @param keys for the {@link ConflictWindow}
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over between the two halves of an append only
  record Leaf(NewEntry added, Hash hash, EntryRows rows, long[] keys) {
    Entry entry() {
      return added.entry();
    }
  }

  /** What came of preparing an append. */
  sealed interface Prepared {}

  record Ready(PendingAppend append) implements Prepared {}

  record Unacceptable(String reason) implements Prepared {}

  static Prepared prepare(
      List<NewEntry> entries, AppendCondition condition, SequencerLimits limits, KeyHash keyHash) {
    if (entries.isEmpty() || entries.size() > limits.appendEntriesMax()) {
      return new Unacceptable(
          "an append has 1 to %d entries, not %d"
              .formatted(limits.appendEntriesMax(), entries.size()));
    }
    if (entries.stream().map(added -> added.entry().eventId()).distinct().count()
        < entries.size()) {
      return new Unacceptable("the entries of an append must have different event ids");
    }
    List<Leaf> leaves = new ArrayList<>(entries.size());
    long bytes = 0;
    for (NewEntry added : entries) {
      try {
        Optional<String> broken = EntryLimits.broken(added);
        if (broken.isPresent()) {
          return new Unacceptable(broken.get());
        }
        byte[] encoded = EntryCodec.encode(added.entry());
        Hash hash = MerkleTree.leafHash(encoded);
        leaves.add(
            new Leaf(
                added,
                hash,
                EntryRows.of(added, encoded, hash),
                ConflictWindow.keys(added.entry().eventId(), added.entry().tags(), keyHash)));
        bytes += encoded.length + added.attachment().length;
      } catch (IllegalArgumentException e) {
        return new Unacceptable(String.valueOf(e.getMessage()));
      }
    }
    return new Ready(
        new PendingAppend(List.copyOf(leaves), condition, bytes, new CompletableFuture<>()));
  }
}
