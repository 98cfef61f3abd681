package io.tanlian.benchmarks.ledger;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** The rule of the commands: a product takes a few entries; a full one is replaced by the next. */
final class CappedProducts {
  static final int ENTRIES_MAX = 16;
  static final int SLOTS = 8_192;

  private final AtomicInteger products = new AtomicInteger(SLOTS);
  private final AtomicIntegerArray slots = new AtomicIntegerArray(SLOTS);

  CappedProducts() {
    for (int i = 0; i < SLOTS; i++) {
      slots.set(i, i);
    }
  }

  int anySlot() {
    return ThreadLocalRandom.current().nextInt(SLOTS);
  }

  String tag(int slot) {
    return Workload.productTag(slots.get(slot));
  }

  void replace(int slot) {
    slots.set(slot, products.getAndIncrement());
  }
}
