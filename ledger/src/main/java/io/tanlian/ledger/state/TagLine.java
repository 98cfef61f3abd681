package io.tanlian.ledger.state;

import io.tanlian.ledger.SequencedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The entries that carry one tag. It takes what is fed from the moment it can be found, so whoever
 * loads it may ask the database at any later time: what is fed twice counts once, by index.
 */
final class TagLine {
  private static final int LINE_BYTES = 400;

  private final String tag;
  private final long bytesMax;
  private final CountDownLatch settled = new CountDownLatch(1);
  private final List<SequencedEntry> fedWhileLoading = new ArrayList<>();
  private volatile @Nullable TagEntries entries;
  private long entryBytes;
  private boolean abandoned;

  /**
   * A line that is being loaded.
   *
   * @param bytesMax an estimate of more bytes than this is not kept
   */
  TagLine(String tag, long bytesMax) {
    this.tag = tag;
    this.bytesMax = bytesMax;
  }

  String tag() {
    return tag;
  }

  /** An estimate of the memory it takes. */
  synchronized int bytes() {
    long bytes = LINE_BYTES + 2L * tag.length() + entryBytes;
    return (int) Math.min(Integer.MAX_VALUE, bytes);
  }

  /** The entries so far; none while they are loaded, or if the line is abandoned. */
  Optional<TagEntries> held() {
    return Optional.ofNullable(entries);
  }

  /** Waits for whoever loads the line; none if that failed, took too long, or was too much. */
  Optional<TagEntries> awaitHeld(long timeoutMs) {
    try {
      boolean done = settled.await(timeoutMs, TimeUnit.MILLISECONDS);
      return done ? held() : Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Takes a committed entry; by index, and one caller at a time. */
  synchronized void feed(SequencedEntry entry, int weight) {
    if (abandoned) {
      return;
    }
    TagEntries known = entries;
    if (known == null) {
      fedWhileLoading.add(entry);
      entryBytes += weight;
    } else {
      append(known, entry, weight);
    }
    if (entryBytes > bytesMax) {
      abandon();
    }
  }

  /** Takes what the database had, in order of index, and so is complete. */
  synchronized Optional<TagEntries> loaded(List<SequencedEntry> found, long foundBytes) {
    if (abandoned) {
      return Optional.empty();
    }
    TagEntries merged = TagEntries.of(found);
    entryBytes = foundBytes;
    entries = merged;
    for (SequencedEntry fed : fedWhileLoading) {
      merged = append(merged, fed, EntryWeight.bytes(fed.entry()));
    }
    fedWhileLoading.clear();
    settled.countDown();
    return Optional.of(merged);
  }

  /** Keeps nothing, now or later: there is too much, or it could not be loaded. */
  synchronized void abandon() {
    abandoned = true;
    entries = null;
    entryBytes = 0;
    fedWhileLoading.clear();
    settled.countDown();
  }

  private TagEntries append(TagEntries known, SequencedEntry entry, int weight) {
    if (entry.index() <= known.last()) {
      return known;
    }
    TagEntries more = known.with(entry);
    entryBytes += weight;
    entries = more;
    return more;
  }
}
