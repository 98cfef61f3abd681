package io.tanlian.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However a tree has grown, it is the tree of RFC 9162 over its leaves in their order. */
class GrowthPropertyTest {
  private static final int HISTORIES = 60;
  private static final int CALLERS = 5;
  private static final int LEAVES_MAX = 1_200;
  private static final int BATCH_LEAVES_MAX = 97;

  @Test
  void any_interleaving_of_batches_and_restarts_gives_the_tree_of_its_leaves() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int history = 0; history < HISTORIES; history++) {
      List<Hash> order = new ArrayList<>();
      Rfc9162Tree expected = new Rfc9162Tree(order);
      Frontier frontier = Frontier.EMPTY;
      int[] sentByCaller = new int[CALLERS];
      int leaves = random.nextInt(LEAVES_MAX);
      while (order.size() < leaves) {
        int caller = random.nextInt(CALLERS);
        int batch = 1 + random.nextInt(BATCH_LEAVES_MAX);
        for (int i = 0; i < batch; i++) {
          Hash leaf =
              MerkleTree.leafHash(new byte[] {(byte) caller, (byte) sentByCaller[caller]++});
          order.add(leaf);
          frontier = frontier.append(leaf);
        }
        boolean restarts = random.nextInt(4) == 0;
        if (restarts) {
          frontier = Frontier.of(order.size(), expected.reader());
        }
        assertThat(frontier.size()).isEqualTo(order.size());
        assertThat(frontier.root())
            .as("seed %d, history %d, size %d", seed, history, order.size())
            .isEqualTo(expected.root(order.size()));
      }
    }
  }

  @Test
  void two_orders_of_the_same_leaves_are_two_trees() {
    Hash first = MerkleTree.leafHash(new byte[] {1});
    Hash second = MerkleTree.leafHash(new byte[] {2});

    assertThat(Frontier.EMPTY.append(first).append(second).root())
        .isNotEqualTo(Frontier.EMPTY.append(second).append(first).root());
  }
}
