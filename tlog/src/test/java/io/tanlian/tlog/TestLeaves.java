package io.tanlian.tlog;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/** Leaves for trees under test, and a reader that hashes every subtree anew from its leaves. */
public final class TestLeaves {
  private TestLeaves() {}

  public static List<Hash> numbered(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> MerkleTree.leafHash(ByteBuffer.allocate(4).putInt(i).array()))
        .toList();
  }

  public static Hash withBitFlipped(Hash hash, int bit) {
    byte[] bytes = hash.bytes();
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    return Hash.of(bytes);
  }

  public static NodeReader reader(List<Hash> leaves) {
    return (level, index) ->
        MerkleTree.root(leaves.subList((int) (index << level), (int) ((index + 1) << level)));
  }
}
