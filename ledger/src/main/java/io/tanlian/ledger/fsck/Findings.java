package io.tanlian.ledger.fsck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what several threads find: all of it counted, the first of it kept. */
final class Findings {
  /** Whoever has so many restores a backup; a longer list helps nobody. */
  static final int KEPT_MAX = 1_000;

  private final List<FsckFinding> kept = new ArrayList<>();
  private long count;

  synchronized void add(FsckFinding finding) {
    count++;
    if (kept.size() < KEPT_MAX) {
      kept.add(finding);
    }
  }

  synchronized long count() {
    return count;
  }

  synchronized boolean isFull() {
    return kept.size() == KEPT_MAX;
  }

  /** In order of index. */
  synchronized List<FsckFinding> kept() {
    return kept.stream().sorted(Comparator.comparingLong(FsckFinding::index)).toList();
  }
}
