package io.tanlian.ledger.state;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.tlog.entry.Entry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lines in memory. A line that is found here is complete up to all that was fed before it was
 * found: it has been fed ever since it could be found, and loaded after that. An evicted line is
 * never put back, for it has missed what was fed since.
 */
final class TagLines {
  /** A tag whose entries take more than this part of the memory is read from the database. */
  private static final int LINE_SHARE = 8;

  private static final int PAGE_ENTRIES = 256;
  private static final long LOAD_TIMEOUT_MS = 20_000;

  private final Ledger ledger;
  private final long lineBytesMax;
  private final Cache<String, TagLine> lines;

  TagLines(Ledger ledger, long bytesMax) {
    this.ledger = ledger;
    this.lineBytesMax = bytesMax / LINE_SHARE;
    this.lines =
        Caffeine.newBuilder()
            .maximumWeight(bytesMax)
            .weigher((String _, TagLine line) -> line.bytes())
            .build();
  }

  /**
   * The entries of one of the tags; none if each of the tags has too many to keep.
   *
   * @throws io.tanlian.ledger.storage.LedgerUnavailableException if they are not in memory and the
   *     database does not answer
   */
  Optional<TagEntries> ofAny(Set<String> tags) {
    Optional<TagEntries> shortest = shortestHeld(tags);
    if (shortest.isPresent()) {
      return shortest;
    }
    for (String tag : tags) {
      Optional<TagEntries> entries = of(tag);
      if (entries.isPresent()) {
        return entries;
      }
    }
    return Optional.empty();
  }

  /** Whether the line is known, be it still loading. */
  boolean has(String tag) {
    return lines.policy().getIfPresentQuietly(tag) != null;
  }

  /** Begins the line of a tag that no entry carries; nothing may be fed meanwhile. */
  void begin(String tag) {
    TagLine empty = new TagLine(tag, lineBytesMax);
    empty.loaded(List.of(), 0);
    lines.asMap().putIfAbsent(tag, empty);
  }

  /** Hands on committed entries to the lines of their tags; one caller at a time. */
  void feed(long firstIndex, List<Entry> entries) {
    Set<TagLine> fed = new LinkedHashSet<>();
    long index = firstIndex;
    for (Entry entry : entries) {
      feed(new SequencedEntry(index, entry), fed);
      index++;
    }
    fed.forEach(this::weigh);
  }

  private void feed(SequencedEntry sequenced, Set<TagLine> fed) {
    int weight = 0;
    for (String tag : sequenced.entry().tags()) {
      // Quietly: being written is no reason to be kept.
      TagLine line = lines.policy().getIfPresentQuietly(tag);
      if (line != null) {
        weight = weight == 0 ? EntryWeight.bytes(sequenced.entry()) : weight;
        line.feed(sequenced, weight);
        fed.add(line);
      }
    }
  }

  private Optional<TagEntries> shortestHeld(Set<String> tags) {
    Optional<TagEntries> shortest = Optional.empty();
    for (String tag : tags) {
      TagLine line = lines.getIfPresent(tag);
      Optional<TagEntries> held = line == null ? Optional.empty() : line.held();
      if (held.isPresent()
          && held.get().count() < shortest.map(TagEntries::count).orElse(Integer.MAX_VALUE)) {
        shortest = held;
      }
    }
    return shortest;
  }

  private Optional<TagEntries> of(String tag) {
    TagLine fresh = new TagLine(tag, lineBytesMax);
    TagLine known = lines.asMap().putIfAbsent(tag, fresh);
    if (known != null) {
      return known.awaitHeld(LOAD_TIMEOUT_MS);
    }
    boolean read = false;
    try {
      Optional<TagEntries> loaded = load(fresh);
      read = true;
      weigh(fresh);
      return loaded;
    } finally {
      if (!read) {
        lines.asMap().remove(tag, fresh);
        fresh.abandon();
      }
    }
  }

  /** Without an upper index: all that is committed when the last page is read. */
  private Optional<TagEntries> load(TagLine line) {
    List<SequencedEntry> found = new ArrayList<>();
    List<SequencedEntry> page;
    long bytes = 0;
    do {
      long from = found.isEmpty() ? 0 : found.getLast().index() + 1;
      page = ledger.byTags(Set.of(Set.of(line.tag())), from, Long.MAX_VALUE, PAGE_ENTRIES);
      bytes += page.stream().mapToLong(next -> EntryWeight.bytes(next.entry())).sum();
      if (bytes > lineBytesMax) {
        line.abandon();
        return Optional.empty();
      }
      found.addAll(page);
    } while (page.size() == PAGE_ENTRIES);
    return line.loaded(found, bytes);
  }

  /** Tells the cache the line's new weight, if it still has the line. */
  private void weigh(TagLine line) {
    lines.asMap().replace(line.tag(), line, line);
  }
}
