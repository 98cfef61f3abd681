package io.tanlian.example.battery.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Random;

/** Paths and queries, encoded as they should be and as they should not. */
final class Percent {
  private static final List<String> ODD =
      List.of(
          "%",
          "%zz",
          "%00",
          "%2F",
          "..%2f..",
          "..",
          ".",
          ";a=b",
          "%c0%af",
          "%ed%a0%80",
          "%25",
          "//",
          "\u00ff\u00fe",
          "%0d%0aX-A:%20b",
          "%u0041",
          "+",
          "a|b",
          "{}",
          "x".repeat(9_000));

  private Percent() {}

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  /** What stands in a path: known, odd, or wrongly encoded. */
  static String segment(List<String> known, Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> Oddities.oneOf(ODD, random);
      case 1, 2, 3 -> encoded(Oddities.text(random));
      default -> known.isEmpty() ? "1" : encodedPath(Oddities.oneOf(known, random));
    };
  }

  private static String encodedPath(String known) {
    return encoded(known).replace("%2F", "/");
  }

  static String odd(Random random) {
    return Oddities.oneOf(ODD, random);
  }
}
