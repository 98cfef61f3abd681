package io.tanlian.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsistencyProofTest {
  private static final int SIZE_MAX = 200;
  private static final NodeReader NODES = TestLeaves.reader(TestLeaves.numbered(SIZE_MAX));
  private static final List<Hash> ROOT_BY_SIZE =
      IntStream.rangeClosed(0, SIZE_MAX).mapToObj(size -> Proofs.root(size, NODES)).toList();
  private static final Hash OTHER = MerkleTree.leafHash(new byte[] {42});

  @Test
  void holds_between_all_sizes() {
    for (int newSize = 0; newSize <= SIZE_MAX; newSize++) {
      for (int oldSize = 0; oldSize <= newSize; oldSize++) {
        List<Hash> proof = Proofs.consistency(oldSize, newSize, NODES);
        assertThat(verify(oldSize, newSize, proof))
            .as("%d in %d", oldSize, newSize)
            .isEqualTo(new Verdict.Holds());
      }
    }
  }

  @Test
  void fails_after_any_single_bit_of_proof_or_roots_changed() {
    Random random = new Random(9162);
    for (int newSize = 1; newSize <= SIZE_MAX; newSize += 3) {
      for (int oldSize = 1; oldSize <= newSize; oldSize++) {
        List<Hash> proof = Proofs.consistency(oldSize, newSize, NODES);
        Hash oldRoot = ROOT_BY_SIZE.get(oldSize);
        Hash newRoot = ROOT_BY_SIZE.get(newSize);
        int bit = random.nextInt(256);
        assertFails(oldSize, newSize, TestLeaves.withBitFlipped(oldRoot, bit), newRoot, proof);
        assertFails(oldSize, newSize, oldRoot, TestLeaves.withBitFlipped(newRoot, bit), proof);
        for (int step = 0; step < proof.size(); step++) {
          List<Hash> changed = new ArrayList<>(proof);
          changed.set(step, TestLeaves.withBitFlipped(proof.get(step), bit));
          assertFails(oldSize, newSize, oldRoot, newRoot, changed);
        }
      }
    }
  }

  @Test
  void fails_with_a_hash_more_or_less_at_either_end() {
    for (int newSize = 1; newSize <= 66; newSize++) {
      for (int oldSize = 0; oldSize <= newSize; oldSize++) {
        Hash oldRoot = ROOT_BY_SIZE.get(oldSize);
        Hash newRoot = ROOT_BY_SIZE.get(newSize);
        List<Hash> proof = Proofs.consistency(oldSize, newSize, NODES);
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(OTHER);
        assertFails(oldSize, newSize, oldRoot, newRoot, longer);
        longer.removeLast();
        longer.addFirst(OTHER);
        assertFails(oldSize, newSize, oldRoot, newRoot, longer);
        if (!proof.isEmpty()) {
          assertFails(oldSize, newSize, oldRoot, newRoot, proof.subList(0, proof.size() - 1));
          assertFails(oldSize, newSize, oldRoot, newRoot, proof.subList(1, proof.size()));
        }
      }
    }
  }

  /** A verifier that forgets the last check would take 4 leaves for a tree of 8. */
  @Test
  void says_that_a_proof_ends_before_the_root_even_if_it_leads_to_the_roots_given() {
    Verdict verdict =
        ProofVerifier.consistency(
            3, 8, ROOT_BY_SIZE.get(3), ROOT_BY_SIZE.get(4), Proofs.consistency(3, 4, NODES));

    assertThat(verdict).isEqualTo(new Verdict.Fails("consistency proof ends before the root"));
  }

  @Test
  void says_what_failed() {
    assertThat(verify(5, 3, List.of()))
        .isEqualTo(new Verdict.Fails("old size 5 is not from 0 to the new size 3"));
    assertThat(verify(3, 5, List.of())).isEqualTo(new Verdict.Fails("consistency proof is empty"));
    assertThat(verify(3, 5, Collections.nCopies(64, OTHER)))
        .isEqualTo(new Verdict.Fails("consistency proof has 64 hashes, at most 63 are accepted"));
    assertThat(ProofVerifier.consistency(0, 5, OTHER, ROOT_BY_SIZE.get(5), List.of()))
        .isEqualTo(new Verdict.Fails("the empty tree does not have root " + OTHER));
    assertThat(ProofVerifier.consistency(0, 0, MerkleTree.EMPTY_ROOT, OTHER, List.of()))
        .isEqualTo(
            new Verdict.Fails(
                "two trees of size 0 have roots " + MerkleTree.EMPTY_ROOT + " and " + OTHER));
    assertThat(ProofVerifier.consistency(5, 5, ROOT_BY_SIZE.get(5), OTHER, List.of()))
        .isEqualTo(
            new Verdict.Fails(
                "two trees of size 5 have roots " + ROOT_BY_SIZE.get(5) + " and " + OTHER));
    assertThat(verify(5, 5, List.of(OTHER)))
        .isEqualTo(
            new Verdict.Fails(
                "consistency proof must be empty for an empty tree or between trees of one size"));
  }

  @Test
  void is_not_made_for_a_tree_that_shrinks() {
    assertThatThrownBy(() -> Proofs.consistency(5, 3, NODES))
        .hasMessage("old size 5 must not exceed new size 3");
  }

  private static Verdict verify(int oldSize, int newSize, List<Hash> proof) {
    return ProofVerifier.consistency(
        oldSize, newSize, ROOT_BY_SIZE.get(oldSize), ROOT_BY_SIZE.get(newSize), proof);
  }

  private static void assertFails(
      int oldSize, int newSize, Hash oldRoot, Hash newRoot, List<Hash> proof) {
    assertThat(ProofVerifier.consistency(oldSize, newSize, oldRoot, newRoot, proof).holds())
        .as("%d in %d", oldSize, newSize)
        .isFalse();
  }
}
