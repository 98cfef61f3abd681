package io.tanlian.cli.importing.footprint;

import io.tanlian.cli.world.Town;
import io.tanlian.contracts.pact.v3.PcfFigure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Footprints that a table can hold, with whatever fields it may have. */
final class RandomFootprint {
  private static final String CHARACTERS = "aZ09 äß铜箔€,\"';|%&<>~\n";

  private final Random random;
  private final ObjectNode footprint = JsonNodeFactory.instance.objectNode();

  private RandomFootprint(Random random) {
    this.random = random;
  }

  static ObjectNode of(Random random) {
    return new RandomFootprint(random).footprint();
  }

  private ObjectNode footprint() {
    footprint
        .put("id", UUID.randomUUID().toString())
        .put("specVersion", "3.0.0")
        .put("status", random.nextBoolean() ? "Active" : "Deprecated")
        .put("created", time(2026))
        .put("companyName", text())
        .put("productDescription", text())
        .put("productNameCompany", text());
    footprint.set("companyIds", list(() -> "urn:example:company:" + word()).add(Town.SUPPLIER));
    footprint.set("productIds", list(() -> "urn:example:product:" + word() + "+%C3%A4,;"));
    maybe(() -> footprint.set("productClassifications", list(() -> "urn:example:class:" + word())));
    maybe(() -> footprint.set("precedingPfIds", list(() -> UUID.randomUUID().toString())));
    maybe(() -> footprint.put("comment", text()));
    maybe(() -> footprint.put("validityPeriodStart", time(2027)));
    maybe(() -> footprint.put("validityPeriodEnd", time(2028)));
    pcf(footprint.putObject("pcf"));
    return footprint;
  }

  private void pcf(ObjectNode pcf) {
    pcf.put("declaredUnitOfMeasurement", oneOf("kilogram", "kilowatt hour", "piece"))
        .put("declaredUnitAmount", decimal(1))
        .put("productMassPerDeclaredUnit", decimal(1))
        .put("referencePeriodStart", time(2024))
        .put("referencePeriodEnd", time(2025));
    switch (random.nextInt(4)) {
      case 0 -> pcf.put("geographyCountry", "CN");
      case 1 -> pcf.put("geographyCountrySubdivision", "CN-FJ");
      case 2 -> pcf.put("geographyRegionOrSubregion", "Eastern Asia");
      default -> {}
    }
    for (PcfFigure figure : PcfFigure.values()) {
      switch (figure.range()) {
        case ANY -> pcf.put(figure.wireName(), decimal(random.nextBoolean() ? 1 : -1));
        case NOT_NEGATIVE -> pcf.put(figure.wireName(), decimal(1));
        case NOT_POSITIVE -> maybe(() -> pcf.put(figure.wireName(), decimal(-1)));
        case PERCENT -> pcf.put(figure.wireName(), Integer.toString(random.nextInt(101)));
      }
    }
    maybe(() -> pcf.put("packagingEmissionsIncluded", random.nextBoolean()));
    maybe(() -> pcf.put("ccuCalculationApproach", oneOf("Cut-off", "Credit")));
    maybe(() -> pcf.put("boundaryProcessesDescription", text()));
    maybe(() -> pcf.put("exemptedEmissionsDescription", text()));
    pcf.set("ipccCharacterizationFactors", list(() -> "AR" + random.nextInt(100)));
    pcf.set("crossSectoralStandards", list(() -> "ISO " + word()));
    maybe(() -> {
      ArrayNode sources = pcf.putArray("secondaryEmissionFactorSources");
      IntStream.rangeClosed(0, random.nextInt(3))
          .forEach(i -> sources.addObject().put("name", "a@b " + word()).put("version", "3." + i));
    });
    maybe(() ->
        pcf.putObject("dqi")
            .put("technologicalDQR", "1.5")
            .put("geographicalDQR", "2")
            .put("temporalDQR", "5"));
    maybe(() ->
        pcf.putObject("verification")
            .put("coverage", "product level")
            .put("completedAt", time(2026)));
  }

  private void maybe(Runnable put) {
    if (random.nextBoolean()) {
      put.run();
    }
  }

  private ArrayNode list(Supplier<String> element) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(i -> element.get())
        .distinct()
        .forEach(list::add);
    return list;
  }

  private String word() {
    return Integer.toString(random.nextInt(1_000_000), 36);
  }

  private String text() {
    StringBuilder text = new StringBuilder("x");
    random
        .ints(random.nextInt(40), 0, CHARACTERS.length())
        .forEach(at -> text.append(CHARACTERS.charAt(at)));
    return text.append('y').toString();
  }

  private String oneOf(String... choices) {
    return List.of(choices).get(random.nextInt(choices.length));
  }

  /** Above zero, of up to 30 digits; or below, where a workbook has no text that is no formula. */
  private String decimal(int sign) {
    if (sign < 0) {
      BigDecimal below = BigDecimal.valueOf(-1 - random.nextLong(1L << 45), random.nextInt(8));
      return below.stripTrailingZeros().toPlainString();
    }
    BigInteger digits = new BigInteger(random.nextInt(1, 100), random).add(BigInteger.ONE);
    return new BigDecimal(digits, random.nextInt(8)).toPlainString();
  }

  private String time(int year) {
    Instant day =
        Instant.parse(year + "-01-01T00:00:00Z").plusSeconds(86_400L * random.nextInt(300));
    return switch (random.nextInt(3)) {
      case 0 -> day.toString();
      case 1 -> day.plusSeconds(random.nextInt(86_400)).toString();
      default -> day.toString().replace("Z", "+08:00");
    };
  }
}
