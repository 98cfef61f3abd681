package io.tanlian.ledger.seen;

import io.tanlian.tlog.entry.Entry;
import java.util.List;
import java.util.UUID;

/**
 * Tells of a tag or an event id that it was never on the ledger. A "no" is certain for all entries
 * below {@link #covers}; a "perhaps" means: ask the database. Until it knows the whole ledger
 * everything is "perhaps".
 */
public final class SeenKeys {
  /**
   * The most memory it takes, in bytes: 44 million keys with at most 3 in 100 strangers passing for
   * seen. An entry brings its event id and those of its tags that are new. With more keys more and
   * more strangers pass for seen, and cost a query each.
   */
  public static final long BYTES_MAX = 64L << 20;

  private final GrowingFilter filter;
  private final KeyHash hash = KeyHash.seeded();
  private volatile long learnedTo;
  private volatile boolean complete;

  public SeenKeys(long bytesMax) {
    this.filter = new GrowingFilter(bytesMax);
  }

  public static SeenKeys withinDefaultBytes() {
    return new SeenKeys(BYTES_MAX);
  }

  /** The tree size up to which every tag and event id is known; 0 while they are being learned. */
  public long covers() {
    return complete ? learnedTo : 0;
  }

  /** False only if no entry below {@link #covers} carries the tag. */
  public boolean mightContainTag(String tag) {
    return !complete || filter.mightContain(hash.ofTag(tag));
  }

  /** False only if no entry below {@link #covers} is this event. */
  public boolean mightContainEvent(UUID eventId) {
    return !complete || filter.mightContain(hash.ofEvent(eventId));
  }

  /** Whether it is certain that no entry with an index below {@code size} carries the tag. */
  public boolean lacksTag(String tag, long size) {
    return covers() >= size && !mightContainTag(tag);
  }

  /** Whether it is certain that no entry with an index below {@code size} is this event. */
  public boolean lacksEvent(UUID eventId, long size) {
    return covers() >= size && !mightContainEvent(eventId);
  }

  /**
   * Learns committed entries. The one caller at a time starts where it was told to ({@link
   * #startFrom}); what comes behind a gap is learned, but not covered.
   */
  public void learn(long firstIndex, List<Entry> entries) {
    for (Entry entry : entries) {
      filter.add(hash.ofEvent(entry.eventId()));
      entry.tags().forEach(tag -> filter.add(hash.ofTag(tag)));
    }
    if (firstIndex <= learnedTo) {
      learnedTo = Math.max(learnedTo, firstIndex + entries.size());
    }
  }

  /**
   * Says from where on entries are learned as they are committed; all before are for {@link
   * SeenScan} to find.
   */
  public void startFrom(long treeSize) {
    learnedTo = treeSize;
  }

  /** Memory taken, in bytes. */
  public long bytes() {
    return filter.bytes();
  }

  void addTag(String tag) {
    filter.add(hash.ofTag(tag));
  }

  void addEvent(UUID eventId) {
    filter.add(hash.ofEvent(eventId));
  }

  void complete() {
    complete = true;
  }
}
