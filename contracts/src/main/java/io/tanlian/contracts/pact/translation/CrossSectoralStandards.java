package io.tanlian.contracts.pact.translation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of standards: versions 2.0 to 2.2 have three, later ones have others. */
final class CrossSectoralStandards {
  /** Those that 2.3 knows; version 3 takes any. */
  private static final Set<String> OF_2_3 =
      Set.of(
          "ISO14067",
          "ISO14083",
          "ISO14040-44",
          "GHGP-Product",
          "PEF",
          "PACT-1.0",
          "PACT-2.0",
          "PACT-3.0");

  private static final Map<String, String> OLD_TO_NEW =
      Map.of(
          "GHG Protocol Product standard", "GHGP-Product",
          "ISO Standard 14067", "ISO14067",
          "ISO Standard 14044", "ISO14040-44");

  /** PACT's methodology builds on it. */
  static final String OLD_ASSUMED = "ISO Standard 14067";

  private CrossSectoralStandards() {}

  static boolean isKnownTo23(String name) {
    return OF_2_3.contains(name);
  }

  /** The new name of an old one; a name that is none of the three stays. */
  static String renewed(String old) {
    return OLD_TO_NEW.getOrDefault(old, old);
  }

  /** The old names of new ones, as far as there are any, sorted. */
  static List<String> old(List<String> names) {
    return names.stream().flatMap(name -> old(name).stream()).distinct().sorted().toList();
  }

  private static Optional<String> old(String name) {
    return OLD_TO_NEW.entrySet().stream()
        .filter(both -> both.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
