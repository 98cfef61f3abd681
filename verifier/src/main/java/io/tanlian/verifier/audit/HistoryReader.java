package io.tanlian.verifier.audit;

import static io.tanlian.contracts.problem.ProblemCode.LOG_ENTRY_CHANGED;
import static io.tanlian.contracts.problem.ProblemCode.LOG_MISSING;
import static io.tanlian.contracts.problem.ProblemCode.LOG_ROOT_MISMATCH;
import static io.tanlian.contracts.problem.ProblemCode.LOG_TILE_CHANGED;

import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.tlog.Frontier;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.HashTile;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.TilePath;
import io.tanlian.tlog.checkpoint.Checkpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hashes every byte of every entry, rebuilds the tree from nothing else, and compares it with each
 * tile the log serves and with the signed root.
 *
 * <p>A log may sign any size, so it stops where neither entries nor leaves can be read, or where
 * too many of them cannot; the tree then ends there.
 */
final class HistoryReader {
  /** Bundles and tiles that cannot be read before it gives up. */
  static final int unreadableMax = 100;

  private static final int LEVELS_PER_TILE = 8;

  private final TileCopies tiles;
  private final Progress progress;
  private final Checkpoint head;
  private final RebuiltTree tree = new RebuiltTree();
  private final List<Tampering> tampering = new ArrayList<>();
  private final List<Long> disagreements = new ArrayList<>();
  private Frontier promised = Frontier.EMPTY;

  private HistoryReader(TileCopies tiles, Checkpoint head, Progress progress) {
    this.tiles = tiles;
    this.head = head;
    this.progress = progress;
  }

  static History read(TileCopies tiles, Checkpoint head, Progress progress) throws IOException {
    return new HistoryReader(tiles, head, progress).read();
  }

  private History read() throws IOException {
    readBundles();
    for (int level = 1; isWhole() && head.size() >> (LEVELS_PER_TILE * level) > 0; level++) {
      compareTilesOf(level);
    }
    judgeDisagreements();
    if (tampering.isEmpty() && !root().equals(head.root())) {
      tampering.add(
          Tampering.at(
              LOG_ROOT_MISMATCH,
              new IndexRange(0, head.size()),
              "the entries give root %s, the signed root is %s".formatted(root(), head.root())));
    }
    return new History(tree, List.copyOf(tampering));
  }

  private Hash root() {
    return tree.root(tree.size());
  }

  private boolean isWhole() {
    return tree.size() == head.size();
  }

  private void readBundles() throws IOException {
    while (!isWhole()) {
      long bundle = tree.size() / TilePath.FULL_WIDTH;
      if (!readBundle(bundle) || tampering.size() >= unreadableMax) {
        addUnread(Math.min((bundle + 1) * TilePath.FULL_WIDTH, head.size()));
        return;
      }
      progress.reached(Progress.Phase.HISTORY, tree.size(), head.size());
    }
  }

  private void addUnread(long from) {
    if (from < head.size()) {
      add(
          LOG_MISSING,
          new IndexRange(from, head.size()),
          "the log signed %d entries; after what is wrong before them, these were not asked for"
              .formatted(head.size()));
    }
  }

  /** Appends a bundle's leaves to the tree; false if neither entries nor leaves could be read. */
  private boolean readBundle(long bundle) throws IOException {
    TilePath.Hashes tilePath = TilePath.Hashes.at(0, bundle, head.size());
    TilePath.Entries entriesPath = TilePath.Entries.at(bundle, head.size());
    long first = bundle * TilePath.FULL_WIDTH;
    List<Hash> leaves = hashes(tilePath).orElse(List.of());
    List<byte[]> entries = entries(entriesPath, first);
    if (leaves.isEmpty() && entries.isEmpty()) {
      return false;
    }
    for (int i = 0; i < tilePath.width(); i++) {
      Optional<Hash> leaf = i < leaves.size() ? Optional.of(leaves.get(i)) : Optional.empty();
      Optional<Hash> own =
          i < entries.size() ? Optional.of(MerkleTree.leafHash(entries.get(i))) : Optional.empty();
      if (leaf.isPresent() && own.isPresent() && !leaf.equals(own)) {
        disagreements.add(first + i);
      }
      tree.append(own.or(() -> leaf).orElse(MerkleTree.EMPTY_ROOT));
      promised = promised.append(leaf.or(() -> own).orElse(MerkleTree.EMPTY_ROOT));
    }
    return true;
  }

  private List<byte[]> entries(TilePath.Entries path, long first) throws IOException {
    IndexRange range = new IndexRange(first, first + path.width());
    Optional<byte[]> bytes = served(path, range);
    if (bytes.isEmpty()) {
      return List.of();
    }
    BundledEntries read = BundledEntries.read(bytes.get(), path.width());
    int count = read.entries().size();
    if (count < path.width()) {
      add(
          LOG_MISSING,
          IndexRange.at(first + count),
          "bundle %s ends after %d of its %d entries"
              .formatted(path.format(), count, path.width()));
    } else if (read.bytesUsed() < bytes.get().length) {
      add(
          LOG_ENTRY_CHANGED,
          IndexRange.at(range.end() - 1),
          "bundle %s has bytes after its last entry".formatted(path.format()));
    }
    return read.entries();
  }

  private Optional<List<Hash>> hashes(TilePath.Hashes path) throws IOException {
    IndexRange range = leavesBelow(path);
    Optional<byte[]> bytes = served(path, range);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(HashTile.decode(bytes.get(), path.width()));
    } catch (MalformedException e) {
      add(LOG_TILE_CHANGED, range, "tile %s: %s".formatted(path.format(), e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<byte[]> served(TilePath path, IndexRange range) throws IOException {
    return switch (tiles.read(path)) {
      case Answer.Served(byte[] bytes) -> Optional.of(bytes);
      case Answer.Missing() -> {
        add(
            LOG_MISSING,
            range,
            "the log signed %d entries, but does not have %s"
                .formatted(head.size(), path.format()));
        yield Optional.empty();
      }
      case Answer.Corrupt(var index, String detail) -> {
        add(
            ProblemCode.LEDGER_CORRUPT,
            index.isPresent() ? IndexRange.at(index.getAsLong()) : range,
            "the log says that its store is damaged: " + detail);
        yield Optional.empty();
      }
    };
  }

  /** An entry and its leaf in the tile disagree: the signed root tells which of them is the old. */
  private void judgeDisagreements() {
    boolean entriesAreSigned = root().equals(head.root());
    boolean tilesAreSigned = promised.root().equals(head.root());
    for (long index : disagreements) {
      if (entriesAreSigned) {
        add(
            LOG_TILE_CHANGED,
            IndexRange.at(index),
            "the leaf in the tile is not the hash of the entry; the entries give the signed root,"
                + " so the tile was changed");
      } else {
        add(
            LOG_ENTRY_CHANGED,
            IndexRange.at(index),
            "the entry's bytes do not hash to its leaf in the tile"
                + (tilesAreSigned
                    ? "; the leaf gives the signed root, so the entry was changed"
                    : ""));
      }
    }
  }

  private void compareTilesOf(int level) throws IOException {
    long width = head.size() >> (LEVELS_PER_TILE * level);
    for (long tile = 0; tile * TilePath.FULL_WIDTH < width; tile++) {
      TilePath.Hashes path = TilePath.Hashes.at(level, tile, head.size());
      List<Hash> served = hashes(path).orElse(List.of());
      for (int i = 0; i < served.size(); i++) {
        long node = path.index() * TilePath.FULL_WIDTH + i;
        if (!served.get(i).equals(tree.node(LEVELS_PER_TILE * level, node))) {
          add(
              LOG_TILE_CHANGED,
              leavesBelow(level, node, 1),
              "hash %d of tile %s is not the root of the entries below it"
                  .formatted(i, path.format()));
        }
      }
    }
  }

  private static IndexRange leavesBelow(TilePath.Hashes path) {
    return leavesBelow(path.level(), path.index() * TilePath.FULL_WIDTH, path.width());
  }

  private static IndexRange leavesBelow(int tileLevel, long node, long nodes) {
    int shift = LEVELS_PER_TILE * tileLevel;
    return new IndexRange(node << shift, (node + nodes) << shift);
  }

  private void add(ProblemCode code, IndexRange where, String words) {
    tampering.add(Tampering.at(code, where, words));
  }
}
