package io.tanlian.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every proof of every tree up to {@value #SIZE_MAX} leaves is the one RFC 9162 defines, holds, and
 * holds no longer once anything in it is changed.
 *
 * <p>A proof does not tell a size from another that would have the same shape, so a wrong size is
 * tried with the root of that size: the two are bound to each other by the checkpoint's signature.
 */
class ProofPropertyTest {
  private static final int SIZE_MAX = 1_000;

  /** Up to this size each of all bits is changed, beyond it one bit of each proof. */
  private static final int EVERY_BIT_SIZE_MAX = 34;

  /** Up to this size each pair of sizes is tried, beyond it some. */
  private static final int EVERY_PAIR_SIZE_MAX = 300;

  private static final int SAMPLED_PAIRS = 20_000;

  private static final List<Hash> LEAVES = TestLeaves.numbered(SIZE_MAX + 1);
  private static final Rfc9162Tree TREE = new Rfc9162Tree(LEAVES);
  private static final NodeReader NODES = TREE.reader();
  private static final List<Hash> ROOT_BY_SIZE =
      IntStream.rangeClosed(0, SIZE_MAX + 1).mapToObj(TREE::root).toList();
  private static final Hash OTHER = MerkleTree.leafHash(new byte[] {42});

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @Test
  void each_inclusion_proof_is_the_path_of_the_standard_and_holds_until_one_bit_is_changed() {
    for (int size = 1; size <= SIZE_MAX; size++) {
      assertThat(Proofs.root(size, NODES)).isEqualTo(ROOT_BY_SIZE.get(size));
      for (int index = 0; index < size; index++) {
        Inclusion proof = Inclusion.of(index, size);
        if (!proof.path().equals(TREE.path(index, size)) || !proof.holds()) {
          fail("%s is not the path of the standard, or does not hold", proof);
        }
        if (size > EVERY_BIT_SIZE_MAX) {
          refuse(proof.withBitFlipped(random.nextInt(proof.bits())));
        }
      }
    }
  }

  @Test
  void no_inclusion_proof_holds_with_any_of_its_bits_changed() {
    for (int size = 1; size <= EVERY_BIT_SIZE_MAX; size++) {
      for (int index = 0; index < size; index++) {
        Inclusion proof = Inclusion.of(index, size);
        for (int bit = 0; bit < proof.bits(); bit++) {
          refuse(proof.withBitFlipped(bit));
        }
      }
    }
  }

  @Test
  void no_inclusion_proof_holds_cut_short_drawn_out_or_for_another_place() {
    for (int size = 1; size <= SIZE_MAX; size++) {
      int index = random.nextInt(size);
      Inclusion proof = Inclusion.of(index, size);
      for (List<Hash> path : shorterAndLonger(proof.path())) {
        refuse(new Inclusion(index, size, proof.leaf(), path, proof.root()));
      }
      for (int shifted : new int[] {index - 1, index + 1, random.nextInt(size)}) {
        if (shifted != index) {
          refuse(new Inclusion(shifted, size, proof.leaf(), proof.path(), proof.root()));
        }
      }
      for (int other : new int[] {size - 1, size + 1}) {
        refuse(new Inclusion(index, other, proof.leaf(), proof.path(), ROOT_BY_SIZE.get(other)));
      }
    }
  }

  @Test
  void each_consistency_proof_is_that_of_the_standard_and_holds_until_one_bit_is_changed() {
    for (int newSize = 1; newSize <= EVERY_PAIR_SIZE_MAX; newSize++) {
      for (int oldSize = 1; oldSize <= newSize; oldSize++) {
        requireSound(Consistency.of(oldSize, newSize));
      }
    }
    for (int i = 0; i < SAMPLED_PAIRS; i++) {
      int newSize = 1 + random.nextInt(SIZE_MAX);
      requireSound(Consistency.of(1 + random.nextInt(newSize), newSize));
    }
  }

  @Test
  void no_consistency_proof_holds_with_any_of_its_bits_changed() {
    for (int newSize = 1; newSize <= EVERY_BIT_SIZE_MAX; newSize++) {
      for (int oldSize = 1; oldSize <= newSize; oldSize++) {
        Consistency proof = Consistency.of(oldSize, newSize);
        for (int bit = 0; bit < proof.bits(); bit++) {
          refuse(proof.withBitFlipped(bit));
        }
      }
    }
  }

  @Test
  void no_consistency_proof_holds_cut_short_drawn_out_or_for_other_sizes() {
    for (int newSize = 2; newSize <= SIZE_MAX; newSize++) {
      int oldSize = 1 + random.nextInt(newSize - 1);
      List<Hash> hashes = Consistency.of(oldSize, newSize).hashes();
      for (List<Hash> changed : shorterAndLonger(hashes)) {
        refuse(Consistency.claim(oldSize, newSize, changed));
      }
      refuse(Consistency.claim(oldSize + 1, newSize, hashes));
      refuse(Consistency.claim(oldSize, newSize + 1, hashes));
      if (oldSize > 1) {
        refuse(Consistency.claim(oldSize - 1, newSize, hashes));
      }
      refuse(Consistency.claim(oldSize, newSize - 1, hashes));
    }
  }

  private void requireSound(Consistency proof) {
    if (!proof.hashes().equals(TREE.proof(proof.oldSize(), proof.newSize())) || !proof.holds()) {
      fail("%s is not the proof of the standard, or does not hold", proof);
    }
    refuse(proof.withBitFlipped(random.nextInt(proof.bits())));
  }

  private void refuse(Inclusion proof) {
    if (proof.holds()) {
      fail("seed %d: held, but must not: %s", seed, proof);
    }
  }

  private void refuse(Consistency proof) {
    if (proof.holds()) {
      fail("seed %d: held, but must not: %s", seed, proof);
    }
  }

  private static List<List<Hash>> shorterAndLonger(List<Hash> hashes) {
    List<List<Hash>> changed = new ArrayList<>();
    for (int at = 0; at <= hashes.size(); at++) {
      List<Hash> longer = new ArrayList<>(hashes);
      longer.add(at, OTHER);
      changed.add(longer);
      if (at < hashes.size()) {
        List<Hash> shorter = new ArrayList<>(hashes);
        shorter.remove(at);
        changed.add(shorter);
      }
    }
    return changed;
  }

  /** The same hashes, but for one bit in all of them. */
  private static List<Hash> flip(List<Hash> hashes, int bit) {
    List<Hash> changed = new ArrayList<>(hashes);
    changed.set(bit / 256, TestLeaves.withBitFlipped(hashes.get(bit / 256), bit % 256));
    return changed;
  }

  private record Inclusion(int index, int size, Hash leaf, List<Hash> path, Hash root) {
    static Inclusion of(int index, int size) {
      return new Inclusion(
          index,
          size,
          LEAVES.get(index),
          Proofs.inclusion(index, size, NODES),
          ROOT_BY_SIZE.get(size));
    }

    int bits() {
      return (path.size() + 2) * 256;
    }

    Inclusion withBitFlipped(int bit) {
      List<Hash> hashes = new ArrayList<>(path);
      hashes.add(leaf);
      hashes.add(root);
      List<Hash> flipped = flip(hashes, bit);
      return new Inclusion(
          index,
          size,
          flipped.get(path.size()),
          flipped.subList(0, path.size()),
          flipped.getLast());
    }

    boolean holds() {
      return ProofVerifier.inclusion(index, size, leaf, path, root).holds();
    }
  }

  private record Consistency(
      int oldSize, int newSize, Hash oldRoot, Hash newRoot, List<Hash> hashes) {
    static Consistency of(int oldSize, int newSize) {
      return claim(oldSize, newSize, Proofs.consistency(oldSize, newSize, NODES));
    }

    static Consistency claim(int oldSize, int newSize, List<Hash> hashes) {
      return new Consistency(
          oldSize, newSize, ROOT_BY_SIZE.get(oldSize), ROOT_BY_SIZE.get(newSize), hashes);
    }

    int bits() {
      return (hashes.size() + 2) * 256;
    }

    Consistency withBitFlipped(int bit) {
      List<Hash> all = new ArrayList<>(hashes);
      all.add(oldRoot);
      all.add(newRoot);
      List<Hash> flipped = flip(all, bit);
      return new Consistency(
          oldSize,
          newSize,
          flipped.get(hashes.size()),
          flipped.getLast(),
          flipped.subList(0, hashes.size()));
    }

    boolean holds() {
      return ProofVerifier.consistency(oldSize, newSize, oldRoot, newRoot, hashes).holds();
    }
  }
}
