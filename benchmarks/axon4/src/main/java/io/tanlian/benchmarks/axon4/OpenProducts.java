package io.tanlian.benchmarks.axon4;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Many products at once, each replaced when it is full. */
final class OpenProducts {
  private static final int SLOTS = 8_192;
  private static final int ISSUERS = 500;
  private static final int PAYLOADS = 1_024;
  private static final int PAYLOAD_BYTES = 2_048;
  private static final String BASE64URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final AtomicInteger products = new AtomicInteger(SLOTS);
  private final AtomicIntegerArray slots = new AtomicIntegerArray(SLOTS);
  private final String[] statements = new String[PAYLOADS];

  OpenProducts() {
    for (int i = 0; i < SLOTS; i++) {
      slots.set(i, i);
    }
    Random random = new Random(1);
    for (int i = 0; i < PAYLOADS; i++) {
      StringBuilder text = new StringBuilder(PAYLOAD_BYTES);
      random
          .ints(PAYLOAD_BYTES, 0, BASE64URL.length())
          .forEach(c -> text.append(BASE64URL.charAt(c)));
      statements[i] = text.toString();
    }
  }

  int anySlot() {
    return ThreadLocalRandom.current().nextInt(SLOTS);
  }

  /** One more declaration of the product in the slot, 2 KB of what does not compress. */
  Declare declaration(int slot) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new Declare(
        "urn:gtin:" + slots.get(slot),
        "urn:lei:" + random.nextInt(ISSUERS),
        statements[random.nextInt(PAYLOADS)]);
  }

  void replace(int slot) {
    slots.set(slot, products.getAndIncrement());
  }
}
