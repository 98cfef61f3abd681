package io.tanlian.footprint.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentsTest {

  @Test
  void a_loop_is_one_component_between_its_suppliers_and_its_customers() {
    // 0 takes from 1; 1, 2 and 3 need each other; 3 takes from 4.
    int[][] suppliers = {{1}, {2}, {3}, {1, 4}, {}};

    assertThat(Components.of(suppliers))
        .containsExactly(new int[] {4}, new int[] {1, 2, 3}, new int[] {0});
  }

  @Test
  void a_chain_longer_than_a_threads_stack_is_followed_to_its_end() {
    int length = 200_000;
    int[][] suppliers =
        IntStream.range(0, length)
            .mapToObj(i -> i + 1 < length ? new int[] {i + 1} : new int[0])
            .toArray(int[][]::new);

    assertThat(Components.of(suppliers)).hasSize(length).first().isEqualTo(new int[] {length - 1});
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void nodes_share_a_component_exactly_if_each_reaches_the_other(long seed) {
    Random random = new Random(seed);
    int size = 30;
    int[][] suppliers =
        IntStream.range(0, size)
            .mapToObj(_ -> random.ints(random.nextInt(3), 0, size).toArray())
            .toArray(int[][]::new);
    boolean[][] reaches = reachability(suppliers);
    List<int[]> components = Components.of(suppliers);
    int[] place = new int[size];
    for (int i = 0; i < components.size(); i++) {
      for (int node : components.get(i)) {
        place[node] = i;
      }
    }

    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        assertThat(place[a] == place[b])
            .as("%d and %d, seed %d", a, b, seed)
            .isEqualTo(a == b || (reaches[a][b] && reaches[b][a]));
        if (reaches[a][b]) {
          assertThat(place[b]).isLessThanOrEqualTo(place[a]);
        }
      }
    }
  }

  private static boolean[][] reachability(int[][] suppliers) {
    int size = suppliers.length;
    boolean[][] reaches = new boolean[size][size];
    for (int node = 0; node < size; node++) {
      for (int supplier : suppliers[node]) {
        reaches[node][supplier] = true;
      }
    }
    for (int through = 0; through < size; through++) {
      for (int from = 0; from < size; from++) {
        for (int to = 0; to < size; to++) {
          reaches[from][to] |= reaches[from][through] && reaches[through][to];
        }
      }
    }
    return reaches;
  }
}
