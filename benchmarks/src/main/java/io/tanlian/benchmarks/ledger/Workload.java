package io.tanlian.benchmarks.ledger;

import io.tanlian.ledger.NewEntry;
import io.tanlian.tlog.entry.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Entries as the exchange makes them: a signed token that does not compress, and three tags. */
final class Workload {
  static final int PAYLOAD_BYTES = 2_048;

  private static final int PAYLOADS = 1_024;
  private static final int ISSUERS = 500;
  private static final int PRODUCTS = 100_000;
  private static final String TYPE = "io.tanlian.ProductFootprintDeclaration";
  private static final String BASE64URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final byte[][] payloads = new byte[PAYLOADS][];

  Workload(int payloadBytes) {
    Random random = new Random(1);
    for (int i = 0; i < PAYLOADS; i++) {
      StringBuilder text = new StringBuilder(payloadBytes);
      random
          .ints(payloadBytes, 0, BASE64URL.length())
          .forEach(c -> text.append(BASE64URL.charAt(c)));
      payloads[i] = text.toString().getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** An entry of one of many products. */
  NewEntry entry() {
    return entry(anyProductTag());
  }

  static String anyProductTag() {
    return productTag(ThreadLocalRandom.current().nextInt(PRODUCTS));
  }

  NewEntry entry(String productTag) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    UUID id = anyId(random);
    return NewEntry.of(
        Entry.of(
            id,
            TYPE,
            "1",
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            Set.of(
                "statement:urn:uuid:" + id,
                "issuer:urn:lei:" + random.nextInt(ISSUERS),
                productTag),
            Map.of("contentType", "application/vc+sd-jwt"),
            payloads[random.nextInt(PAYLOADS)]));
  }

  static String productTag(int product) {
    return "product:urn:gtin:" + product;
  }

  /** Random and version 4, but cheap: the caller brings the id, so making it is not measured. */
  static UUID anyId(ThreadLocalRandom random) {
    return new UUID(
        (random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE);
  }
}
