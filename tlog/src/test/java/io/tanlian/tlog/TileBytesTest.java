package io.tanlian.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TileBytesTest {
  @Test
  void an_entry_bundle_is_each_entry_after_its_length() {
    List<byte[]> entries = List.of(new byte[0], new byte[] {1}, new byte[] {2, 3});

    byte[] bytes = EntryBundle.encode(entries);

    assertThat(bytes).isEqualTo(HexFormat.of().parseHex("0000" + "000101" + "00020203"));
    assertThat(EntryBundle.decode(bytes, 3))
        .usingElementComparator(Arrays::compare)
        .isEqualTo(entries);
  }

  @Test
  void a_bundle_of_the_longest_entry_comes_back() {
    byte[] longest = new byte[65_535];
    new Random(1).nextBytes(longest);

    byte[] bytes = EntryBundle.encode(List.of(longest));

    assertThat(bytes).startsWith(0xff, 0xff);
    assertThat(EntryBundle.decode(bytes, 1)).first().isEqualTo(longest);
    assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])))
        .hasMessage("an entry has at most 65535 bytes, not 65536");
  }

  @Test
  void a_bundle_is_refused_when_cut_anywhere() {
    byte[] bytes = EntryBundle.encode(List.of(new byte[3], new byte[0], new byte[5]));
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> EntryBundle.decode(cut, 3))
          .as("cut to %d bytes", length)
          .isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void a_bundle_is_refused_with_another_number_of_entries() {
    byte[] bytes = EntryBundle.encode(List.of(new byte[3], new byte[5]));

    assertThatThrownBy(() -> EntryBundle.decode(bytes, 1))
        .hasMessage("entry bundle has bytes after its 1 entries");
    assertThatThrownBy(() -> EntryBundle.decode(bytes, 3))
        .hasMessage("entry bundle ends after 2 of 3 entries");
    assertThatThrownBy(() -> EntryBundle.encode(List.of()))
        .hasMessage("a tile width is from 1 to 256, not 0");
  }

  @Test
  void a_full_tile_of_hashes_is_8192_bytes() {
    List<Hash> hashes = TestLeaves.numbered(256);

    byte[] bytes = HashTile.encode(hashes);

    assertThat(bytes).hasSize(8_192).startsWith(hashes.getFirst().bytes());
    assertThat(HashTile.decode(bytes, 256)).isEqualTo(hashes);
    assertThatThrownBy(() -> HashTile.decode(bytes, 255))
        .hasMessage("a tile of width 255 has 8160 bytes, not 8192");
  }

  @Test
  void roots_and_proofs_read_from_tiles_are_those_of_the_leaves() {
    int size = 70_000;
    Frontier frontier = Frontier.EMPTY;
    List<List<Hash>> levels = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Hash leaf : TestLeaves.numbered(size)) {
      frontier = frontier.append(leaf);
      levels.getFirst().add(leaf);
    }
    for (int level = 1; level < levels.size(); level++) {
      List<Hash> below = levels.get(level - 1);
      for (int end = 256; end <= below.size(); end += 256) {
        levels.get(level).add(MerkleTree.root(below.subList(end - 256, end)));
      }
    }
    NodeReader nodes =
        new TileNodes(
            size,
            path -> {
              int begin = (int) path.index() * 256;
              return levels.get(path.level()).subList(begin, begin + path.width());
            });
    int index = 69_999;
    List<Hash> path = Proofs.inclusion(index, size, nodes);

    assertThat(Proofs.root(size, nodes)).isEqualTo(frontier.root());
    assertThat(
            ProofVerifier.inclusion(
                    index, size, levels.getFirst().get(index), path, frontier.root())
                .holds())
        .isTrue();
    assertThat(Frontier.of(size, nodes).append(path.getFirst()).root())
        .isEqualTo(frontier.append(path.getFirst()).root());
  }
}
