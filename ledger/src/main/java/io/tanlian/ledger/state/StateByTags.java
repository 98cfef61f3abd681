package io.tanlian.ledger.state;

import io.tanlian.ledger.Boundary;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.seen.SeenKeys;
import io.tanlian.ledger.seen.SeenScan;
import io.tanlian.ledger.sequencer.CommitListener;
import io.tanlian.ledger.sequencer.CommittedBatch;
import io.tanlian.tlog.entry.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * The entries by tag in bounded memory, kept up to date from what is committed, so that a decision
 * does not ask the database. It answers what the database would answer for the same tree size.
 *
 * <p>Give it to the sequencer as a listener. What other nodes commit it hears of a little later; an
 * append condition at its head still catches every conflict, and {@link #require} makes up for the
 * rest. Until it has started, and where a line is too long to keep, it asks the database; an answer
 * from memory may be about a smaller tree than one from the database before it.
 *
 * <p>Why no entry below the head of an answer can be missing: a reader notes how far the feed has
 * come, and finds the line after that. Everything the feed had handed on by then was either handed
 * to this line, or handed on before the line could be found; and then it was committed before the
 * line was loaded.
 */
public final class StateByTags implements StateReads, CommitListener, AutoCloseable {
  /** One in so many bytes of the heap is for entries. */
  private static final int HEAP_SHARE = 6;

  private final SeenKeys seen;
  private final SeenScan scan;
  private final StoredState stored;
  private final TagLines lines;
  private final Feed feed;
  private final AtomicLong required = new AtomicLong();

  /**
   * Starts to follow the ledger.
   *
   * @param dataSource of the service role, to learn what is on the ledger already
   * @param seen that it keeps up to date
   * @param bytesMax memory for entries, as estimated; an entry counts once for each tag it is kept
   *     by
   */
  public StateByTags(Ledger ledger, DataSource dataSource, SeenKeys seen, long bytesMax) {
    this.seen = seen;
    this.scan = new SeenScan(dataSource, seen);
    this.stored = new StoredState(ledger);
    this.lines = new TagLines(ledger, bytesMax);
    this.feed = new Feed(ledger, new Taken());
    feed.start();
  }

  /** What a service can give it. */
  public static long shareOfHeap() {
    return Runtime.getRuntime().maxMemory() / HEAP_SHARE;
  }

  /** The tree size that an answer is about, if it is given now from memory; -1 before the first. */
  public long applied() {
    return feed.applied();
  }

  @Override
  public void committed(CommittedBatch batch) {
    feed.committed(batch);
  }

  @Override
  public TagHistory read(Boundary boundary) {
    long head = feed.applied();
    if (head < required.get() || boundary.criteria().contains(Set.<String>of())) {
      return readStored(boundary);
    }
    List<List<SequencedEntry>> found = new ArrayList<>();
    Map<Set<String>, Long> tooLong = new HashMap<>();
    for (Map.Entry<Set<String>, Long> one : boundary.from().entrySet()) {
      Set<String> tags = one.getKey();
      Optional<String> unused = tags.stream().filter(tag -> seen.lacksTag(tag, head)).findFirst();
      if (unused.isPresent()) {
        begin(unused.get());
        continue;
      }
      Optional<TagEntries> entries = lines.ofAny(tags);
      if (entries.isPresent()) {
        found.add(entries.get().between(one.getValue(), head, tags));
      } else {
        tooLong.put(tags, one.getValue());
      }
    }
    if (!tooLong.isEmpty()) {
      found.add(stored.read(new Boundary(tooLong), head));
    }
    return new TagHistory(head, TagHistory.merged(found));
  }

  @Override
  public void require(long treeSize) {
    required.accumulateAndGet(treeSize, Math::max);
  }

  @Override
  public void close() {
    feed.close();
    scan.close();
  }

  /**
   * Keeps the line of a tag that nobody has used so far, for whoever asks for it will often use it
   * next: then there is nothing to load.
   */
  private void begin(String tag) {
    if (!lines.has(tag)) {
      feed.pausedFor(() -> {
        if (seen.lacksTag(tag, feed.applied())) {
          lines.begin(tag);
        }
      });
    }
  }

  /** What is required but was never committed is forgotten once the whole ledger was looked at. */
  private TagHistory readStored(Boundary boundary) {
    long wanted = required.get();
    TagHistory history = stored.read(boundary);
    if (history.head() < wanted) {
      required.compareAndSet(wanted, history.head());
    }
    return history;
  }

  private final class Taken implements Feed.Taker {
    @Override
    public void startFrom(long treeSize) {
      seen.startFrom(treeSize);
      scan.start();
    }

    @Override
    public void take(long firstIndex, List<Entry> entries) {
      lines.feed(firstIndex, entries);
      seen.learn(firstIndex, entries);
    }
  }
}
