package io.tanlian.benchmarks.harness;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Both sides of a comparison, set up.
 *
 * @param ours what the product does
 * @param other what it is compared with
 * @param further sides that run along for orientation, by what they are; no reach depends on them
 */
public record Contest(Side ours, Side other, Map<String, Side> further) implements AutoCloseable {

  public static Contest of(Side ours, Side other) {
    return new Contest(ours, other, Map.of());
  }

  @Override
  public void close() {
    Stream.concat(Stream.of(ours, other), further.values().stream()).forEach(Side::close);
  }
}
