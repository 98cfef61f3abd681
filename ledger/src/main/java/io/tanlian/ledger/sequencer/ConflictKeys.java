package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.seen.KeyHash;
import java.util.SortedSet;
import java.util.UUID;

/**
 * What a later append may conflict with an entry over: its event id and its tags.
 *
 * @param hashes of the tags in their order, and last of the event id
 */
@SuppressWarnings("ArrayRecordComponent") // worked out once by the caller, read by the sequencer
record ConflictKeys(UUID eventId, SortedSet<String> tags, long[] hashes) {

  static ConflictKeys of(UUID eventId, SortedSet<String> tags, KeyHash hash) {
    long[] hashes = new long[tags.size() + 1];
    int next = 0;
    for (String tag : tags) {
      hashes[next++] = hash.ofTag(tag);
    }
    hashes[next] = hash.ofEvent(eventId);
    return new ConflictKeys(eventId, tags, hashes);
  }
}
