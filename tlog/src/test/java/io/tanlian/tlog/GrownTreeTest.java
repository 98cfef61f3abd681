package io.tanlian.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrownTreeTest {
  private static final int LEAVES_MAX = 600;

  private final List<Hash> leaves = TestLeaves.numbered(LEAVES_MAX);

  @Test
  void a_batch_behind_any_tree_gives_the_tree_of_all_leaves_and_proves_each_of_its_own() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int before = random.nextInt(LEAVES_MAX);
      int size = before + 1 + random.nextInt(Math.min(300, LEAVES_MAX - before));
      GrownTree grown = GrownTree.of(frontier(before), leaves.subList(before, size));
      Hash root = MerkleTree.root(leaves.subList(0, size));
      assertThat(grown.size()).isEqualTo(size);
      assertThat(grown.frontier().root()).as("seed %d", seed).isEqualTo(root);
      for (int index = before; index < size; index++) {
        List<Hash> path = Proofs.inclusion(index, size, grown);
        assertThat(ProofVerifier.inclusion(index, size, leaves.get(index), path, root).holds())
            .as("seed %d: leaf %d of %d behind %d", seed, index, size, before)
            .isTrue();
      }
    }
  }

  @Test
  void a_batch_without_leaves_changes_nothing() {
    GrownTree grown = GrownTree.of(frontier(7), List.of());
    assertThat(grown.frontier().root()).isEqualTo(MerkleTree.root(leaves.subList(0, 7)));
    assertThat(grown.completed(0)).isEmpty();
  }

  @Test
  void a_node_far_from_the_batch_is_not_known() {
    GrownTree grown = GrownTree.of(frontier(8), leaves.subList(8, 10));
    assertThatThrownBy(() -> grown.node(0, 3))
        .hasMessage("node 3 of level 0 is not at the edge of the tree of size 10");
  }

  private Frontier frontier(int size) {
    Frontier frontier = Frontier.EMPTY;
    for (Hash leaf : leaves.subList(0, size)) {
      frontier = frontier.append(leaf);
    }
    return frontier;
  }
}
