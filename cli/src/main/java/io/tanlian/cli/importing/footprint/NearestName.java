package io.tanlian.cli.importing.footprint;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The name that somebody may have meant. */
final class NearestName {
  private NearestName() {}

  /**
   * The one of {@code names} that takes the fewest insertions, deletions and replacements of
   * characters (Levenshtein), at most a third of its own; case and what stands before its last dot
   * do not count.
   */
  static Optional<String> of(String written, Stream<String> names) {
    String last = last(written.length() > 100 ? written.substring(0, 100) : written);
    return names
        .min(Comparator.comparingInt(name -> distance(last, last(name))))
        .filter(name -> distance(last, last(name)) * 3 <= last(name).length());
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
