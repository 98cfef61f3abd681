package io.tanlian.verifier.audit;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.NodeReader;
import io.tanlian.tlog.Proofs;
import io.tanlian.tlog.checkpoint.Checkpoint;
import java.util.ArrayList;
import java.util.List;

/** The tree over leaf hashes the audit computed itself, with every complete node. */
final class RebuiltTree implements NodeReader {
  private final List<List<Hash>> levels = new ArrayList<>(List.of(new ArrayList<>()));

  static RebuiltTree of(List<Hash> leaves) {
    RebuiltTree tree = new RebuiltTree();
    leaves.forEach(tree::append);
    return tree;
  }

  void append(Hash leaf) {
    Hash node = leaf;
    for (int level = 0; ; level++) {
      if (level == levels.size()) {
        levels.add(new ArrayList<>());
      }
      List<Hash> nodes = levels.get(level);
      nodes.add(node);
      if (nodes.size() % 2 != 0) {
        return;
      }
      node = MerkleTree.nodeHash(nodes.get(nodes.size() - 2), node);
    }
  }

  long size() {
    return levels.getFirst().size();
  }

  Hash leaf(long index) {
    return node(0, index);
  }

  /** The root when the tree had this many leaves. */
  Hash root(long size) {
    return Proofs.root(size, this);
  }

  /** Whether these are the entries under a checkpoint, as many as it says. */
  boolean isRoot(Checkpoint head) {
    return size() >= head.size() && root(head.size()).equals(head.root());
  }

  @Override
  public Hash node(int level, long index) {
    return levels.get(level).get(Math.toIntExact(index));
  }
}
