package io.tanlian.tlog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tree that the reference implementation of Certificate Transparency (RFC 6962) is tested with.
 */
class Rfc6962VectorsTest {
  private static final List<Hash> LEAVES =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(hex -> MerkleTree.leafHash(HexFormat.of().parseHex(hex)))
          .toList();

  private static final List<Hash> ROOT_BY_SIZE =
      hashes(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void leaf_and_node_hashes_are_those_of_the_reference_implementation() {
    assertThat(MerkleTree.leafHash("L123456".getBytes(US_ASCII)))
        .hasToString("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    assertThat(MerkleTree.nodeHash(LEAVES.get(2), LEAVES.get(3)))
        .hasToString("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e");
  }

  @Test
  void roots_of_sizes_0_to_8() {
    for (int size = 0; size <= LEAVES.size(); size++) {
      List<Hash> leaves = LEAVES.subList(0, size);
      assertThat(MerkleTree.root(leaves)).isEqualTo(ROOT_BY_SIZE.get(size));
      assertThat(Proofs.root(size, TestLeaves.reader(leaves))).isEqualTo(ROOT_BY_SIZE.get(size));
    }
  }

  @ParameterizedTest(name = "leaf {0} in size {1}")
  @MethodSource
  void inclusion_paths(int index, int size, List<Hash> path) {
    assertThat(Proofs.inclusion(index, size, TestLeaves.reader(LEAVES))).isEqualTo(path);
    assertThat(
            ProofVerifier.inclusion(index, size, LEAVES.get(index), path, ROOT_BY_SIZE.get(size)))
        .isEqualTo(new Verdict.Holds());
  }

  static Stream<Arguments> inclusion_paths() {
    return Stream.of(
        Arguments.of(0, 1, hashes()),
        Arguments.of(
            0, 2, hashes("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7")),
        Arguments.of(
            1, 2, hashes("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")),
        Arguments.of(
            2, 3, hashes("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")),
        Arguments.of(
            1,
            5,
            hashes(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")),
        Arguments.of(
            0,
            8,
            hashes(
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")),
        Arguments.of(
            5,
            8,
            hashes(
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")));
  }

  @ParameterizedTest(name = "size {0} in size {1}")
  @MethodSource
  void consistency_proofs(int oldSize, int newSize, List<Hash> proof) {
    assertThat(Proofs.consistency(oldSize, newSize, TestLeaves.reader(LEAVES))).isEqualTo(proof);
    assertThat(
            ProofVerifier.consistency(
                oldSize, newSize, ROOT_BY_SIZE.get(oldSize), ROOT_BY_SIZE.get(newSize), proof))
        .isEqualTo(new Verdict.Holds());
  }

  static Stream<Arguments> consistency_proofs() {
    return Stream.of(
        Arguments.of(1, 1, hashes()),
        Arguments.of(
            1,
            8,
            hashes(
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")),
        Arguments.of(
            6,
            8,
            hashes(
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")),
        Arguments.of(
            2,
            5,
            hashes(
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")),
        Arguments.of(
            6,
            7,
            hashes(
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")));
  }

  /**
   * Leaf i is the two bytes of i, little-endian, as transparency-dev/merkle tests its compact
   * ranges.
   */
  @ParameterizedTest(name = "{0} leaves have root {1}")
  @MethodSource
  void roots_of_larger_trees(int size, String root) {
    Frontier frontier = Frontier.EMPTY;
    for (int i = 0; i < size; i++) {
      frontier = frontier.append(MerkleTree.leafHash(new byte[] {(byte) i, (byte) (i >> 8)}));
    }
    assertThat(frontier.root()).isEqualTo(Hash.parse(root));
  }

  static Stream<Arguments> roots_of_larger_trees() {
    return Stream.of(
        Arguments.of(10, "VjWMPSYNtCuCNlF/RLnQy6HcwSk6CIipfxm+hettA+4="),
        Arguments.of(100, "dUh9hYH88p0CMoHkdr1wC2szbhcLAXOejWpINIooKUY="),
        Arguments.of(255, "SmdsuKUqiod3RX2jyF2M6JnbdE4QuTwwipfAowI4/i0="),
        Arguments.of(256, "qFI0t/tZ1MdOYgyPpPzHFiZVw86koScXy9q3FU5casA="),
        Arguments.of(1000, "RXrgb8xHd55Y48FbfotJwCbV82Kx22LZfEbmBGAvwlQ="),
        Arguments.of(10000, "VZcav65F9haHVRk3wre2axFoBXRNeUh/1d9d5FQfxIg="));
  }

  private static List<Hash> hashes(String... hex) {
    return Stream.of(hex).map(h -> Hash.of(HexFormat.of().parseHex(h))).toList();
  }
}
