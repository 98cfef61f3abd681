package io.tanlian.ledger.seen;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Hashes tags and event ids to 64 bits, each kind in a space of its own. Seeded anew in each
 * process, so that nobody who names tags can make them collide.
 */
public final class KeyHash {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final long tagSeed;
  private final long eventSeed;

  private KeyHash(long tagSeed, long eventSeed) {
    this.tagSeed = tagSeed;
    this.eventSeed = eventSeed;
  }

  public static KeyHash seeded() {
    SecureRandom random = new SecureRandom();
    return new KeyHash(random.nextLong(), random.nextLong());
  }

  public long ofTag(String tag) {
    long hash = tagSeed;
    for (int i = 0; i < tag.length(); i++) {
      hash = mixed(hash ^ tag.charAt(i));
    }
    return mixed(hash + tag.length());
  }

  public long ofEvent(UUID eventId) {
    return mixed(
        mixed(eventSeed ^ eventId.getMostSignificantBits()) ^ eventId.getLeastSignificantBits());
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mixed(long value) {
    long z = value + GOLDEN;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
