package io.tanlian.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrontierTest {
  private static final int LEAVES = 600;
  private static final List<Hash> TREE = TestLeaves.numbered(LEAVES);

  @Test
  void its_root_is_the_merkle_tree_hash_of_the_leaves_appended_so_far() {
    Frontier frontier = Frontier.EMPTY;
    for (int size = 0; size < LEAVES; size++) {
      assertThat(frontier.size()).isEqualTo(size);
      assertThat(frontier.root())
          .as("size %d", size)
          .isEqualTo(MerkleTree.root(TREE.subList(0, size)));
      frontier = frontier.append(TREE.get(size));
    }
  }

  @Test
  void restored_from_stored_nodes_it_goes_on_as_if_it_had_never_stopped() {
    Frontier grown = Frontier.EMPTY;
    for (int size = 0; size < LEAVES; size++) {
      Frontier restored = Frontier.of(size, TestLeaves.reader(TREE));
      assertThat(restored.root()).as("size %d", size).isEqualTo(grown.root());
      grown = grown.append(TREE.get(size));
      assertThat(restored.append(TREE.get(size)).root()).isEqualTo(grown.root());
    }
  }

  @Test
  void appending_leaves_the_frontier_it_was_appended_to_as_it_was() {
    Frontier one = Frontier.EMPTY.append(TREE.getFirst());
    Frontier two = one.append(TREE.get(1));

    assertThat(one.root()).isEqualTo(TREE.getFirst());
    assertThat(two.root()).isEqualTo(MerkleTree.nodeHash(TREE.getFirst(), TREE.get(1)));
  }
}
