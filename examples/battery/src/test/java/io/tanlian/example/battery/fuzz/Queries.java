package io.tanlian.example.battery.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Query strings for an endpoint. */
final class Queries {
  private static final String FILTER = "$filter";
  private static final List<String> PROPERTIES =
      List.of(
          "created",
          "updated",
          "pcf/geographyCountry",
          "pcf/geographyCountrySubdivision",
          "pcf/geographyRegionOrSubregion",
          "productIds",
          "companyIds",
          "pcf/reportingPeriodStart",
          "pcf/unknown",
          "productIds/any(productId:(productId eq 'urn:x'))");
  private static final List<String> OPERATORS = List.of("eq", "ne", "lt", "le", "gt", "ge", "xx");

  private final World world;

  Queries(World world) {
    this.world = world;
  }

  /** A query with its question mark, or nothing. */
  String of(Endpoint endpoint, Random random) {
    List<String> names = new ArrayList<>(endpoint.query());
    if (names.isEmpty() && random.nextInt(6) > 0) {
      return "";
    }
    names.add(Oddities.oneOf(List.of("limit", "offset", "after", "asOf"), random));
    List<String> terms = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String name = Oddities.oneOf(names, random);
      terms.add(Percent.encoded(name) + "=" + value(name, random));
    }
    if (random.nextInt(25) == 0) {
      terms.add(Percent.odd(random));
    }
    return terms.isEmpty() ? "" : "?" + String.join("&", terms);
  }

  private String value(String name, Random random) {
    List<String> known = world.texts(name);
    return switch (random.nextInt(16)) {
      case 0 -> Percent.odd(random);
      case 1, 2, 3, 4 -> Percent.encoded(Oddities.text(random));
      case 5 -> String.valueOf(random.nextInt(300) - 20);
      default -> {
        if (name.equals(FILTER)) {
          yield Percent.encoded(filter(0, random));
        }
        yield known.isEmpty()
            ? String.valueOf(random.nextInt(140))
            : Percent.encoded(Oddities.oneOf(known, random));
      }
    };
  }

  private String filter(int depth, Random random) {
    if (depth < 6 && random.nextInt(3) == 0) {
      return "(%s) %s %s"
          .formatted(
              filter(depth + 1, random),
              random.nextBoolean() ? "and" : "or",
              filter(depth + 1, random));
    }
    String value =
        random.nextInt(3) == 0 ? Oddities.text(random).replace("'", "''") : "2026-01-01T00:00:00Z";
    return "%s %s '%s'"
        .formatted(Oddities.oneOf(PROPERTIES, random), Oddities.oneOf(OPERATORS, random), value);
  }
}
