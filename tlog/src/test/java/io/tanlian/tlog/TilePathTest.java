package io.tanlian.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {
  /**
   * The first is the example of C2SP tlog-tiles, the others are cases of tessera's layout tests.
   */
  @ParameterizedTest
  @CsvSource({
    "tile/0/x001/x234/067, 0, 1234067, 256",
    "tile/0/x001/x234/067.p/89, 0, 1234067, 89",
    "tile/63/x999/x999/x999/x999/x999/999.p/255, 63, 999999999999999999, 255",
    "tile/0/001, 0, 1, 256",
    "tile/15/x455/667, 15, 455667, 256"
  })
  void a_tile_of_hashes(String path, int level, long index, int width) {
    assertThat(TilePath.parse(path)).isEqualTo(new TilePath.Hashes(level, index, width));
    assertThat(new TilePath.Hashes(level, index, width).format()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "tile/entries/000, 0, 256",
    "tile/entries/000.p/8, 0, 8",
    "tile/entries/x123/x456/x789/000, 123456789000, 256",
    "tile/entries/255.p/253, 255, 253"
  })
  void a_bundle_of_entries(String path, long index, int width) {
    assertThat(TilePath.parse(path)).isEqualTo(new TilePath.Entries(index, width));
    assertThat(new TilePath.Entries(index, width).format()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile",
        "tile/0",
        "tile/0/",
        "/tile/0/000",
        "tile/0/000/",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/abc/000",
        "tile/data/000",
        "tile/0/0",
        "tile/0/0000",
        "tile/0/x001",
        "tile/0/x001/",
        "tile/0/x001/x234",
        "tile/0/001/002",
        "tile/0/x001/0002",
        "tile/0/x001/-02",
        "tile/0/x000/001",
        "tile/0/X001/001",
        "tile/0/\u0661\u0662\u0663",
        "tile/0/000.p",
        "tile/0/000.p/",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/abc",
        "tile/0/000.p/1/2",
        "tile/0/x001.p/1",
        "tile/0/x001/.p/1",
        "tile/0/../000",
        "tile/63/x999/x999/x999/x999/x999/x999/999.p/255"
      })
  void is_refused_in_any_other_spelling(String path) {
    assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(MalformedException.class);
  }

  @Test
  void every_path_comes_back_as_it_went() {
    long seed = 256;
    Random random = new Random(seed);
    for (int run = 0; run < 2_000; run++) {
      long index = random.nextLong(1_000_000_000_000_000_000L) >> random.nextInt(60);
      int width = 1 + random.nextInt(256);
      TilePath hashes = new TilePath.Hashes(random.nextInt(64), index, width);
      TilePath entries = new TilePath.Entries(index, width);

      assertThat(TilePath.parse(hashes.format())).as("seed %d", seed).isEqualTo(hashes);
      assertThat(TilePath.parse(entries.format())).as("seed %d", seed).isEqualTo(entries);
    }
  }

  @Test
  void is_in_ascii_digits_in_every_locale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(new TilePath.Hashes(0, 1_234_067, 5).format())
          .isEqualTo("tile/0/x001/x234/067.p/5");
    } finally {
      Locale.setDefault(before);
    }
  }

  /**
   * C2SP tlog-tiles: 273 full level 0 tiles and one of 112, one full level 1 and one of 17, one
   * level 2 of 1.
   */
  @Test
  void a_tree_of_70000_has_the_tiles_of_the_specification() {
    assertThat(TilePath.Hashes.at(0, 272, 70_000).width()).isEqualTo(256);
    assertThat(TilePath.Hashes.at(0, 273, 70_000).width()).isEqualTo(112);
    assertThat(TilePath.Hashes.at(1, 0, 70_000).width()).isEqualTo(256);
    assertThat(TilePath.Hashes.at(1, 1, 70_000).width()).isEqualTo(17);
    assertThat(TilePath.Hashes.at(2, 0, 70_000).width()).isEqualTo(1);
    assertThat(TilePath.Entries.at(273, 70_000).width()).isEqualTo(112);
    assertThatThrownBy(() -> TilePath.Hashes.at(3, 0, 70_000))
        .hasMessage("the tree does not reach tile index 0 yet");
    assertThatThrownBy(() -> TilePath.Hashes.at(0, 274, 70_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_tile_is_within_a_tree_that_fills_it_to_its_width() {
    assertThat(new TilePath.Hashes(0, 1, 44).isWithin(299)).isFalse();
    assertThat(new TilePath.Hashes(0, 1, 44).isWithin(300)).isTrue();
    assertThat(new TilePath.Hashes(1, 0, 1).isWithin(255)).isFalse();
    assertThat(new TilePath.Hashes(1, 0, 1).isWithin(256)).isTrue();
    assertThat(new TilePath.Hashes(8, 0, 1).isWithin(Long.MAX_VALUE)).isFalse();
    assertThat(new TilePath.Entries(0, 256).isWithin(255)).isFalse();
    assertThat(new TilePath.Entries(0, 256).isWithin(256)).isTrue();
    assertThat(new TilePath.Entries(999_999_999_999_999_999L, 1).isWithin(Long.MAX_VALUE))
        .isFalse();
  }

  @Test
  void no_tile_is_empty_or_wider_than_256() {
    assertThatThrownBy(() -> new TilePath.Entries(0, 0))
        .hasMessage("a tile width is from 1 to 256, not 0");
    assertThatThrownBy(() -> new TilePath.Hashes(0, 0, 257))
        .hasMessage("a tile width is from 1 to 256, not 257");
  }
}
