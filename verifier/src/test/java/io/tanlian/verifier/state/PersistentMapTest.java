package io.tanlian.verifier.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PersistentMapTest {

  /** A key whose hash code collides with many others. */
  private record Key(int value, int spread) {
    @Override
    public int hashCode() {
      return value % spread;
    }
  }

  @Test
  void holds_what_a_hash_map_holds_and_earlier_maps_stay_as_they_were() {
    for (int spread : new int[] {1, 7, 33, 1_000_000}) {
      long seed = 20_261_121L + spread;
      Random random = new Random(seed);
      PersistentMap<Key, Integer> map = PersistentMap.empty();
      Map<Key, Integer> expected = new HashMap<>();
      PersistentMap<Key, Integer> early = map;
      Map<Key, Integer> expectedEarly = Map.of();
      for (int i = 0; i < 2_000; i++) {
        Key key = new Key(random.nextInt(700), spread);
        map = map.with(key, i);
        expected.put(key, i);
        if (i == 300) {
          early = map;
          expectedEarly = Map.copyOf(expected);
        }
      }
      for (int value = 0; value < 700; value++) {
        Key key = new Key(value, spread);
        assertThat(map.get(key))
            .as("seed %d", seed)
            .isEqualTo(Optional.ofNullable(expected.get(key)));
        assertThat(early.get(key))
            .as("seed %d", seed)
            .isEqualTo(Optional.ofNullable(expectedEarly.get(key)));
      }
      List<Integer> values = new ArrayList<>();
      map.forEach(values::add);
      assertThat(values).containsExactlyInAnyOrderElementsOf(expected.values());
    }
  }

  @Test
  void tells_keys_apart_whose_hash_codes_are_extreme() {
    PersistentMap<Integer, String> map = PersistentMap.empty();
    int[] keys = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 30, 31, 32};
    for (int key : keys) {
      map = map.with(key, "value " + key);
    }
    for (int key : keys) {
      assertThat(map.get(key)).contains("value " + key);
    }
    assertThat(map.get(33)).isEmpty();
  }
}
