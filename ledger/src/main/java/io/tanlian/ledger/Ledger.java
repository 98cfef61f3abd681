package io.tanlian.ledger;

import io.tanlian.ledger.storage.Attachments;
import io.tanlian.ledger.storage.FairPool;
import io.tanlian.ledger.storage.HeadSignal;
import io.tanlian.ledger.storage.HeadWatch;
import io.tanlian.ledger.storage.LedgerUnavailableException;
import io.tanlian.ledger.storage.StoredCheckpoints;
import io.tanlian.ledger.storage.StoredEntries;
import io.tanlian.ledger.storage.StoredHead;
import io.tanlian.ledger.storage.StoredTiles;
import io.tanlian.ledger.storage.TileReads;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.Proofs;
import io.tanlian.tlog.TileNodes;
import io.tanlian.tlog.TilePath;
import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.note.VerifierKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Reads the ledger: only what is committed, and only what still hashes to its leaf.
 *
 * <p>Every read throws {@link LedgerUnavailableException} if the database does not answer, and
 * {@link CorruptLedgerException} if what is stored contradicts itself.
 */
public final class Ledger implements AutoCloseable {
  /** The longest page of entries. */
  public static final int PAGE_ENTRIES_MAX = 1_000;

  /** The watch holds one connection. */
  private static final int CONNECTIONS_KEPT = 1;

  private final DataSource dataSource;
  private final VerifierKey logKey;
  private final HeadSignal signal;
  private final HeadWatch watch;

  /**
   * Opens the ledger, and starts to watch for what other nodes commit.
   *
   * @param pool of the service role; one of its connections is held to watch
   * @param logKey that every stored checkpoint must be signed with
   * @param signal that this node's sequencer advances
   */
  public Ledger(DataSource pool, VerifierKey logKey, HeadSignal signal) {
    this.dataSource = new FairPool(pool, CONNECTIONS_KEPT);
    this.logKey = logKey;
    this.signal = signal;
    this.watch = new HeadWatch(pool, signal, HeadWatch.POLL);
  }

  /** Tree size: one more than the greatest index. */
  public long head() {
    return read(StoredHead::read).size();
  }

  /** The tree size as last heard of, without asking: never ahead of {@link #head}. */
  public long knownHead() {
    return signal.size();
  }

  public Optional<SequencedEntry> entry(long index) {
    return entries(index, 1).stream().findFirst();
  }

  /**
   * Entries with the bytes kept beside them, in order of index, read in one go; those beyond the
   * head are left out.
   *
   * @param indexes at most {@link #PAGE_ENTRIES_MAX}
   */
  public List<KeptEntry> kept(Collection<Long> indexes) {
    if (indexes.size() > PAGE_ENTRIES_MAX) {
      throw new IllegalArgumentException(
          "at most %d entries are read in one go, not %d"
              .formatted(PAGE_ENTRIES_MAX, indexes.size()));
    }
    return indexes.isEmpty()
        ? List.of()
        : read(connection -> StoredEntries.kept(connection, indexes));
  }

  /** Where the event is; empty if it is not on the ledger. */
  public OptionalLong indexOf(UUID eventId) {
    return read(connection -> StoredEntries.indexOf(connection, eventId));
  }

  /**
   * A page of entries in order of index, without gaps; shorter than the limit only at the head.
   *
   * @param limit at most {@link #PAGE_ENTRIES_MAX}
   */
  public List<SequencedEntry> entries(long from, int limit) {
    requirePage(from, limit);
    return read(connection -> {
      long end = Math.min(StoredHead.read(connection).size(), from + limit);
      return end <= from ? List.of() : StoredEntries.page(connection, from, end);
    });
  }

  /**
   * All entries with an index of at most {@code upTo} that carry all tags of any of the sets, in
   * order of index.
   */
  public List<SequencedEntry> byTags(Set<Set<String>> criteria, long upTo) {
    return byTags(criteria, 0, upTo);
  }

  /** The same, of entries with an index of at least {@code first}. */
  public List<SequencedEntry> byTags(Set<Set<String>> criteria, long first, long upTo) {
    List<SequencedEntry> found = new ArrayList<>();
    List<SequencedEntry> page;
    long from = first;
    do {
      page = byTags(criteria, from, upTo, PAGE_ENTRIES_MAX);
      found.addAll(page);
      from = page.isEmpty() ? from : page.getLast().index() + 1;
    } while (page.size() == PAGE_ENTRIES_MAX);
    return found;
  }

  /** A page of {@link #byTags(Set, long)}, of entries with an index of at least {@code from}. */
  public List<SequencedEntry> byTags(Set<Set<String>> criteria, long from, long upTo, int limit) {
    requirePage(from, limit);
    if (criteria.isEmpty() || upTo < from) {
      return List.of();
    }
    if (criteria.contains(Set.<String>of())) {
      return entries(from, (int) Math.min(limit, upTo - from + 1));
    }
    return read(connection -> StoredEntries.byTags(connection, criteria, from, upTo, limit));
  }

  /** The smallest index whose entry claims this time or a later one. Reads all before it. */
  public OptionalLong firstSince(Instant time) {
    List<SequencedEntry> page;
    long from = 0;
    do {
      page = entries(from, PAGE_ENTRIES_MAX);
      for (SequencedEntry each : page) {
        if (!each.entry().time().isBefore(time)) {
          return OptionalLong.of(each.index());
        }
      }
      from += page.size();
    } while (!page.isEmpty());
    return OptionalLong.empty();
  }

  /** The bytes kept beside an entry; empty if there never were any, or they are erased. */
  public Optional<byte[]> attachment(long index) {
    return read(connection -> Attachments.find(connection, index));
  }

  /** Erases the bytes kept beside an entry, for good; false if there were none. */
  public boolean eraseAttachment(long index) {
    return read(connection -> Attachments.erase(connection, index));
  }

  /** The newest signed tree head; none while the ledger is empty. */
  public Optional<SignedNote> latestCheckpoint() {
    return read(StoredCheckpoints::latest);
  }

  /**
   * The proof that the entry is on the ledger, under the checkpoint it was committed with: the same
   * bytes every time. Its extra is the entry's header.
   */
  public Optional<Receipt> receipt(long index) {
    if (index < 0) {
      return Optional.empty();
    }
    return read(connection -> StoredCheckpoints.receipt(connection, index));
  }

  /**
   * The proof that the tree of the new size holds the tree of the old one (RFC 9162, section
   * 2.1.4).
   *
   * @throws IllegalArgumentException if the sizes are not in order, or beyond the head
   */
  public List<Hash> consistency(long oldSize, long newSize) {
    return read(connection -> {
      long head = StoredHead.read(connection).size();
      if (newSize > head) {
        throw new IllegalArgumentException(
            "the ledger has %d entries, not %d".formatted(head, newSize));
      }
      return Proofs.consistency(
          oldSize, newSize, new TileNodes(newSize, new StoredTiles(connection)));
    });
  }

  /** A tile of hashes, or an entry bundle encoded afresh from its columns. */
  public TileContent tile(TilePath path) {
    return read(connection ->
        path.isWithin(StoredHead.read(connection).size())
            ? TileReads.read(connection, path, logKey)
            : new TileContent.NotPublished());
  }

  /** Waits until an entry with a greater index is on the ledger; false if the time ran out. */
  public boolean awaitBeyond(long index, Duration timeout) throws InterruptedException {
    return signal.awaitBeyond(index, timeout);
  }

  /** Runs the listener each time the ledger has grown, by whichever node. */
  public HeadSignal.Registration onGrowth(Runnable listener) {
    return signal.onAdvance(listener);
  }

  @Override
  public void close() {
    watch.close();
  }

  private static void requirePage(long from, int limit) {
    if (from < 0 || limit < 1 || limit > PAGE_ENTRIES_MAX) {
      throw new IllegalArgumentException(
          "a page starts at index 0 or later and has 1 to %d entries, not from %d with %d"
              .formatted(PAGE_ENTRIES_MAX, from, limit));
    }
  }

  private <T> T read(Query<T> query) {
    try (Connection connection = dataSource.getConnection()) {
      return query.run(connection);
    } catch (StoredTiles.ReadFailure e) {
      throw new LedgerUnavailableException(e.sql());
    } catch (SQLException e) {
      throw new LedgerUnavailableException(e);
    }
  }

  @FunctionalInterface
  private interface Query<T> {
    T run(Connection connection) throws SQLException;
  }
}
