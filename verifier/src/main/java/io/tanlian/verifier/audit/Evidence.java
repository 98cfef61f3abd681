package io.tanlian.verifier.audit;

import static io.tanlian.contracts.problem.ProblemCode.LOG_FORKED;
import static io.tanlian.contracts.problem.ProblemCode.LOG_ROLLED_BACK;

import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.Proofs;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.checkpoint.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the rebuilt tree with what the log signed earlier: that can neither shrink nor fork. */
final class Evidence {
  private Evidence() {}

  /** The log signed more entries once than it has now. */
  static Optional<Tampering> ofRollback(Checkpoint earlier, Checkpoint head, String whence) {
    if (head.size() >= earlier.size()) {
      return Optional.empty();
    }
    return Optional.of(
        Tampering.at(
            LOG_ROLLED_BACK,
            new IndexRange(head.size(), earlier.size()),
            "the log once signed %d entries (%s), now only %d"
                .formatted(earlier.size(), whence, head.size())));
  }

  /**
   * The first entries are not those under a checkpoint the log signed earlier. A tree that ends
   * before it is no evidence.
   */
  static Optional<Tampering> ofFork(Checkpoint earlier, RebuiltTree tree, String whence) {
    if (tree.size() < earlier.size() || tree.isRoot(earlier)) {
      return Optional.empty();
    }
    return Optional.of(
        Tampering.at(
            LOG_FORKED,
            new IndexRange(0, earlier.size()),
            "the first %d entries give root %s; the log once signed %s for them (%s)"
                .formatted(earlier.size(), tree.root(earlier.size()), earlier.root(), whence)));
  }

  /** The first entry that differs from the same entry in an earlier, verified tree. */
  static Optional<Tampering> ofFirstDifference(
      RebuiltTree tree, RebuiltTree earlier, ProblemCode code) {
    long shared = Math.min(tree.size(), earlier.size());
    for (long index = 0; index < shared; index++) {
      if (!tree.leaf(index).equals(earlier.leaf(index))) {
        return Optional.of(
            Tampering.at(
                code,
                IndexRange.at(index),
                "the entry's hash is %s; in the run before it was %s"
                    .formatted(tree.leaf(index), earlier.leaf(index))));
      }
    }
    return Optional.empty();
  }

  /**
   * Where the tree differs from a receipt's path, which has {@link #pathLength} hashes. If every
   * hash beside the path agrees, it is the receipt's own entry.
   */
  static List<Tampering> ofReceipt(Receipt receipt, RebuiltTree tree) {
    Checkpoint earlier = receipt.treeHead();
    Optional<Tampering> fork = ofFork(earlier, tree, whence(receipt));
    if (fork.isEmpty()) {
      return List.of();
    }
    List<Hash> own = Proofs.inclusion(receipt.index(), earlier.size(), tree);
    List<IndexRange> beside = rangesBeside(receipt.index(), 0, earlier.size());
    List<Tampering> found = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      if (!own.get(i).equals(receipt.path().get(i))) {
        found.add(Tampering.at(LOG_FORKED, beside.get(i), fork.get().detail()));
      }
    }
    return found.isEmpty()
        ? List.of(Tampering.at(LOG_FORKED, IndexRange.at(receipt.index()), fork.get().detail()))
        : found;
  }

  /** How many hashes the path of a receipt has, going by its index and its tree's size. */
  static int pathLength(Receipt receipt) {
    return rangesBeside(receipt.index(), 0, receipt.treeHead().size()).size();
  }

  static String whence(Receipt receipt) {
    return "in the receipt for index " + receipt.index();
  }

  /** The leaves below each hash of an inclusion path, from the leaf's sibling up. */
  private static List<IndexRange> rangesBeside(long index, long begin, long end) {
    if (end - begin == 1) {
      return new ArrayList<>();
    }
    long split = begin + Long.highestOneBit(end - begin - 1);
    boolean left = index < split;
    List<IndexRange> ranges =
        left ? rangesBeside(index, begin, split) : rangesBeside(index, split, end);
    ranges.add(left ? new IndexRange(split, end) : new IndexRange(begin, split));
    return ranges;
  }
}
