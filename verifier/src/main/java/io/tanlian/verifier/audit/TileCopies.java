package io.tanlian.verifier.audit;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.TilePath;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tiles and bundles from the files an audit kept, else from the log. What comes from the log is
 * laid aside until the audit knows whether to believe it.
 */
final class TileCopies {
  /** Full tiles never change, so a kept one does. Those at the right edge are always fetched. */
  enum Reuse {
    FULL_TILES,
    NOTHING
  }

  private final LogSource source;
  private final AuditDirectory kept;
  private final AuditDirectory incoming;
  private final Reuse reuse;
  private long fetched;
  private long reused;

  TileCopies(LogSource source, AuditDirectory kept, AuditDirectory incoming, Reuse reuse) {
    this.source = source;
    this.kept = kept;
    this.incoming = incoming;
    this.reuse = reuse;
  }

  Answer read(TilePath path) throws IOException {
    boolean full = path.width() == TilePath.FULL_WIDTH;
    if (full && reuse == Reuse.FULL_TILES) {
      Optional<byte[]> copy = copy(path);
      if (copy.isPresent()) {
        reused++;
        return new Answer.Served(copy.get());
      }
    }
    Answer answer = source.tile(path);
    if (answer instanceof Answer.Missing && !full) {
      answer = cutFromFullTile(path);
    }
    if (answer instanceof Answer.Served(byte[] bytes)) {
      incoming.write(path.format(), bytes);
      fetched++;
    }
    return answer;
  }

  /** A file of this run or of an earlier one. */
  Optional<byte[]> copy(TilePath path) throws IOException {
    Optional<byte[]> fresh = incoming.read(path.format());
    return fresh.isPresent() ? fresh : kept.read(path.format());
  }

  long fetched() {
    return fetched;
  }

  long reused() {
    return reused;
  }

  /** A log may drop a partial tile once the full one exists (C2SP tlog-tiles). */
  private Answer cutFromFullTile(TilePath partial) throws IOException {
    Answer answer =
        source.tile(
            switch (partial) {
              case TilePath.Hashes(int level, long index, var _) ->
                  new TilePath.Hashes(level, index, TilePath.FULL_WIDTH);
              case TilePath.Entries(long index, var _) ->
                  new TilePath.Entries(index, TilePath.FULL_WIDTH);
            });
    if (!(answer instanceof Answer.Served(byte[] bytes))) {
      return answer;
    }
    int length =
        switch (partial) {
          case TilePath.Hashes hashes -> hashes.width() * Hash.SIZE_BYTES;
          case TilePath.Entries entries -> BundledEntries.read(bytes, entries.width()).bytesUsed();
        };
    return new Answer.Served(Arrays.copyOf(bytes, Math.min(length, bytes.length)));
  }
}
