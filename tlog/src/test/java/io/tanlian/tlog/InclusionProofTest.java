package io.tanlian.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InclusionProofTest {
  private static final int SIZE_MAX = 260;
  private static final List<Hash> LEAVES = TestLeaves.numbered(SIZE_MAX);
  private static final NodeReader NODES = TestLeaves.reader(LEAVES);
  private static final Hash OTHER = MerkleTree.leafHash(new byte[] {42});

  @Test
  void holds_for_every_leaf_of_every_tree() {
    for (int size = 1; size <= SIZE_MAX; size++) {
      Hash root = Proofs.root(size, NODES);
      for (int index = 0; index < size; index++) {
        List<Hash> path = Proofs.inclusion(index, size, NODES);
        assertThat(ProofVerifier.inclusion(index, size, LEAVES.get(index), path, root))
            .as("leaf %d of %d", index, size)
            .isEqualTo(new Verdict.Holds());
      }
    }
  }

  @Test
  void fails_after_any_single_bit_of_leaf_path_or_root_changed() {
    Random random = new Random(6962);
    for (int size = 1; size <= SIZE_MAX; size += 7) {
      Hash root = Proofs.root(size, NODES);
      for (int index = 0; index < size; index++) {
        Hash leaf = LEAVES.get(index);
        List<Hash> path = Proofs.inclusion(index, size, NODES);
        int bit = random.nextInt(256);
        assertFails(index, size, TestLeaves.withBitFlipped(leaf, bit), path, root);
        assertFails(index, size, leaf, path, TestLeaves.withBitFlipped(root, bit));
        for (int step = 0; step < path.size(); step++) {
          List<Hash> changed = new ArrayList<>(path);
          changed.set(step, TestLeaves.withBitFlipped(path.get(step), bit));
          assertFails(index, size, leaf, changed, root);
        }
      }
    }
  }

  @Test
  void fails_at_every_other_index() {
    for (int size : new int[] {2, 3, 7, 8, 33, 100}) {
      Hash root = Proofs.root(size, NODES);
      for (int index = 0; index < size; index++) {
        List<Hash> path = Proofs.inclusion(index, size, NODES);
        for (int wrong = -1; wrong <= size; wrong++) {
          if (wrong != index) {
            assertFails(wrong, size, LEAVES.get(index), path, root);
          }
        }
      }
    }
  }

  @Test
  void fails_with_a_hash_more_or_less_at_either_end() {
    for (int size : new int[] {1, 2, 5, 8, 31, 64, 65}) {
      Hash root = Proofs.root(size, NODES);
      for (int index = 0; index < size; index++) {
        Hash leaf = LEAVES.get(index);
        List<Hash> path = Proofs.inclusion(index, size, NODES);
        List<Hash> longer = new ArrayList<>(path);
        longer.add(OTHER);
        assertFails(index, size, leaf, longer, root);
        longer.removeLast();
        longer.addFirst(OTHER);
        assertFails(index, size, leaf, longer, root);
        if (!path.isEmpty()) {
          assertFails(index, size, leaf, path.subList(0, path.size() - 1), root);
          assertFails(index, size, leaf, path.subList(1, path.size()), root);
        }
      }
    }
  }

  /** A verifier that forgets the last check would take the root of the left half for the root. */
  @Test
  void says_that_a_path_ends_before_the_root_even_if_it_leads_to_the_root_given() {
    Hash leftHalf = Proofs.root(4, NODES);

    Verdict verdict =
        ProofVerifier.inclusion(1, 8, LEAVES.get(1), Proofs.inclusion(1, 4, NODES), leftHalf);

    assertThat(verdict).isEqualTo(new Verdict.Fails("inclusion proof ends before the root"));
  }

  @Test
  void says_what_failed() {
    Hash root = Proofs.root(8, NODES);
    List<Hash> path = Proofs.inclusion(3, 8, NODES);

    assertThat(ProofVerifier.inclusion(8, 8, LEAVES.get(3), path, root))
        .isEqualTo(new Verdict.Fails("index 8 is not in a tree of size 8"));
    assertThat(ProofVerifier.inclusion(3, 8, LEAVES.get(3), path, OTHER))
        .isEqualTo(
            new Verdict.Fails("inclusion proof leads to root " + root + ", not to " + OTHER));
    assertThat(ProofVerifier.inclusion(3, 8, LEAVES.get(3), Collections.nCopies(64, OTHER), root))
        .isEqualTo(new Verdict.Fails("inclusion proof has 64 hashes, at most 63 are accepted"));
    assertThat(ProofVerifier.inclusion(0, 1, LEAVES.get(3), List.of(OTHER), root))
        .isEqualTo(new Verdict.Fails("inclusion proof has hashes left over at the root"));
  }

  @Test
  void is_never_longer_than_the_verifier_accepts() {
    assertThat(Proofs.inclusion(0, Long.MAX_VALUE, (level, index) -> OTHER))
        .hasSize(ProofVerifier.PROOF_HASHES_MAX);
  }

  @Test
  void is_not_made_for_a_leaf_outside_the_tree() {
    assertThatThrownBy(() -> Proofs.inclusion(5, 5, NODES))
        .hasMessage("index must be from 0 to below the tree size 5, not 5");
  }

  private static void assertFails(int index, int size, Hash leaf, List<Hash> path, Hash root) {
    assertThat(ProofVerifier.inclusion(index, size, leaf, path, root).holds())
        .as("leaf %d of %d", index, size)
        .isFalse();
  }
}
