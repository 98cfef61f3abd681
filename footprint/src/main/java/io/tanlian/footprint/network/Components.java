package io.tanlian.footprint.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The strongly connected components of a directed graph, suppliers before their customers: Tarjan's
 * algorithm (1972), with its own stack, so that a long chain cannot overflow the thread's.
 */
final class Components {

  private static final int UNSEEN = -1;

  private final int[][] suppliersOf;
  private final int[] order;
  private final int[] lowest;
  private final int[] nextEdge;
  private final boolean[] open;
  private final int[] waiting;
  private final int[] path;
  private final List<int[]> found = new ArrayList<>();
  private int waitingCount;
  private int seen;

  private Components(int[][] suppliersOf) {
    int size = suppliersOf.length;
    this.suppliersOf = suppliersOf;
    order = new int[size];
    Arrays.fill(order, UNSEEN);
    lowest = new int[size];
    nextEdge = new int[size];
    open = new boolean[size];
    waiting = new int[size];
    path = new int[size];
  }

  /**
   * Every node in exactly one component; a component comes after all components it is supplied
   * from; nodes ascend within a component.
   *
   * @param suppliersOf for each node the nodes it takes inputs from
   */
  static List<int[]> of(int[][] suppliersOf) {
    Components components = new Components(suppliersOf);
    for (int node = 0; node < suppliersOf.length; node++) {
      if (components.order[node] == UNSEEN) {
        components.search(node);
      }
    }
    return components.found;
  }

  private void search(int start) {
    int depth = 0;
    path[0] = start;
    enter(start);
    while (depth >= 0) {
      int node = path[depth];
      if (nextEdge[node] < suppliersOf[node].length) {
        int supplier = suppliersOf[node][nextEdge[node]++];
        if (order[supplier] == UNSEEN) {
          path[++depth] = supplier;
          enter(supplier);
        } else if (open[supplier]) {
          lowest[node] = Math.min(lowest[node], order[supplier]);
        }
      } else {
        if (lowest[node] == order[node]) {
          close(node);
        }
        depth--;
        if (depth >= 0) {
          lowest[path[depth]] = Math.min(lowest[path[depth]], lowest[node]);
        }
      }
    }
  }

  private void enter(int node) {
    order[node] = seen;
    lowest[node] = seen;
    seen++;
    waiting[waitingCount++] = node;
    open[node] = true;
  }

  private void close(int root) {
    int end = waitingCount;
    int member;
    do {
      member = waiting[--waitingCount];
      open[member] = false;
    } while (member != root);
    int[] component = Arrays.copyOfRange(waiting, waitingCount, end);
    Arrays.sort(component);
    found.add(component);
  }
}
