package io.tanlian.ledger.decision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Decisions wait in lanes, one for each subject. While a lane's thread takes some, others gather
 * behind them, and are taken together next: the busier the lane, the larger its groups.
 */
final class Lanes {
  /** At most so many are taken together; a larger group would hold up its first for long. */
  static final int GROUP_MAX = 64;

  /** At most so many wait in one lane. */
  static final int WAITING_MAX = 2_000;

  private final Map<String, Deque<Waiting<?>>> lanes = new ConcurrentHashMap<>();
  private final Consumer<List<Waiting<?>>> take;

  /**
   * Lanes.
   *
   * @param take settles every decision it is given
   */
  Lanes(Consumer<List<Waiting<?>>> take) {
    this.take = take;
  }

  /** Puts it into the subject's lane; false if too many wait there. */
  boolean add(String subject, Waiting<?> waiting) {
    boolean[] added = {true};
    lanes.compute(
        subject,
        (_, lane) -> {
          Deque<Waiting<?>> open = lane == null ? open(subject) : lane;
          added[0] = open.size() < WAITING_MAX;
          if (added[0]) {
            open.addLast(waiting);
          }
          return open;
        });
    return added[0];
  }

  private Deque<Waiting<?>> open(String subject) {
    Thread.ofVirtual().name("lane").start(() -> empty(subject));
    return new ArrayDeque<>();
  }

  private void empty(String subject) {
    List<Waiting<?>> group = next(subject);
    while (!group.isEmpty()) {
      try {
        take.accept(group);
      } catch (RuntimeException e) {
        group.forEach(each -> each.fail(e));
      }
      group = next(subject);
    }
  }

  /** The next group; none closes the lane. */
  private List<Waiting<?>> next(String subject) {
    List<Waiting<?>> group = new ArrayList<>();
    lanes.compute(
        subject,
        (_, lane) -> {
          while (lane != null && !lane.isEmpty() && group.size() < GROUP_MAX) {
            group.add(lane.removeFirst());
          }
          return group.isEmpty() ? null : lane;
        });
    return group;
  }
}
