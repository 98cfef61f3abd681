package io.tanlian.contracts.pact.translation;

import static io.tanlian.contracts.pact.translation.Documents.json;
import static io.tanlian.contracts.pact.translation.Documents.pcf;
import static io.tanlian.contracts.pact.translation.Documents.version2;
import static io.tanlian.contracts.pact.translation.Documents.version3;
import static io.tanlian.contracts.problem.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.schema.Schemas;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** There and back again nothing is other than before but what the two reports name. */
class RoundTripTest {
  private static final int ROUNDS = 2_000;

  /**
   * What the way back adds: the same in newer words, and a total, which the way there has assumed
   * under its name in version 3.
   */
  private static final Set<String> ADDED =
      Set.of(
          "/pcf/pCfIncludingBiogenic",
          "/productClassifications",
          "/pcf/ipccCharacterizationFactorsSources",
          "/pcf/crossSectoralStandards");

  private static final List<String> AMOUNTS =
      List.of("1", "1.00", "12", "0.5", "3", "7", "1000", "0.001", "123456.789");

  @Test
  void from_version_3_and_back_all_that_differs_was_reported() {
    for (int round = 0; round < ROUNDS; round++) {
      long seed = 30_000L + round;
      ObjectNode before = randomVersion3(new Random(seed));
      var there = accepted(Translation.toVersion2(version3(before)));
      assertThat(Schemas.validate("PactProductFootprintV2", there.footprint().toJson()))
          .as("seed %d", seed)
          .isEmpty();
      var back = accepted(Translation.toVersion3(version2(there.footprint().toJson())));
      assertReported(
          seed, before, back.footprint().toJson(), there.losses(), back.losses(), Set.of());
    }
  }

  @Test
  void from_version_2_and_back_all_that_differs_was_reported() {
    for (int round = 0; round < ROUNDS; round++) {
      long seed = 20_000L + round;
      ObjectNode before = randomVersion2(new Random(seed));
      var there = accepted(Translation.toVersion3(version2(before)));
      assertThat(Schemas.validate("PactProductFootprint", there.footprint().toJson()))
          .as("seed %d", seed)
          .isEmpty();
      var back = accepted(Translation.toVersion2(version3(there.footprint().toJson())));
      assertReported(seed, before, back.footprint().toJson(), there.losses(), back.losses(), ADDED);
    }
  }

  static Stream<String> named(Loss loss) {
    return switch (loss) {
      case Loss.Dropped(String from, String _) -> Stream.of(from);
      case Loss.Assumed(String to, String _) -> Stream.of(to);
      case Loss.Changed(String from, String to, String _) -> Stream.of(from, to);
    };
  }

  private static void assertReported(
      long seed,
      ObjectNode before,
      ObjectNode after,
      List<Loss> there,
      List<Loss> back,
      Set<String> addedSilently) {
    Set<String> named = new HashSet<>();
    Stream.concat(there.stream(), back.stream()).flatMap(RoundTripTest::named).forEach(named::add);
    Set<String> unreported = new TreeSet<>();
    for (String field : differing("", before, after)) {
      boolean onlyAdded = before.at(field).isMissingNode() && addedSilently.contains(field);
      if (!onlyAdded && named.stream().noneMatch(name -> (field + "/").startsWith(name + "/"))) {
        unreported.add(field + ": " + before.at(field) + " -> " + after.at(field));
      }
    }
    assertThat(unreported).as("seed %d", seed).isEmpty();
  }

  private static List<String> differing(String at, JsonNode before, JsonNode after) {
    List<String> found = new ArrayList<>();
    Set<String> names = new TreeSet<>(before.propertyNames());
    names.addAll(after.propertyNames());
    for (String name : names) {
      String where = at + "/" + name;
      JsonNode was = before.path(name);
      JsonNode is = after.path(name);
      if (was.isObject() && is.isObject()) {
        found.addAll(differing(where, was, is));
      } else if (!same(was, is)) {
        found.add(where);
      }
    }
    return found;
  }

  /** Decimals by value, times by moment, lists of names in any order. */
  private static boolean same(JsonNode was, JsonNode is) {
    if (was.isArray() && is.isArray()) {
      return new HashSet<>(was.valueStream().toList())
          .equals(new HashSet<>(is.valueStream().toList()));
    }
    if (was.isNumber() && is.isNumber()) {
      return was.decimalValue().compareTo(is.decimalValue()) == 0;
    }
    return was.equals(is)
        || (was.isString()
            && is.isString()
            && (sameDecimal(was.asString(), is.asString())
                || sameMoment(was.asString(), is.asString())));
  }

  private static boolean sameDecimal(String was, String is) {
    try {
      return new BigDecimal(was).compareTo(new BigDecimal(is)) == 0;
    } catch (NumberFormatException noDecimal) {
      return false;
    }
  }

  private static boolean sameMoment(String was, String is) {
    try {
      Instant moment = OffsetDateTime.parse(was).toInstant();
      return moment.equals(OffsetDateTime.parse(is).toInstant());
    } catch (DateTimeParseException noTime) {
      return false;
    }
  }

  private static ObjectNode randomVersion3(Random random) {
    ObjectNode footprint = json(Documents.FULL_V3);
    ObjectNode pcf = pcf(footprint);
    pcf.put(
        "declaredUnitOfMeasurement",
        oneOf(random, "liter", "kilogram", "piece", "kilowatt hour", "square meter"));
    pcf.put("declaredUnitAmount", oneOf(random, AMOUNTS.toArray(String[]::new)));
    pcf.put("productMassPerDeclaredUnit", oneOf(random, "1", "0.789", "400", "3", "0.0001"));
    for (String figure :
        List.of("fossilGhgEmissions", "biogenicCarbonContent", "landUseChangeGhgEmissions")) {
      pcf.put(figure, decimal(random));
    }
    pcf.put("pcfExcludingBiogenicUptake", oneOf(random, decimal(random), "-" + positive(random)));
    pcf.put("biogenicCO2Uptake", "-" + positive(random));
    list(random, pcf, "ipccCharacterizationFactors", "AR4", "AR5", "AR6", "AR7");
    list(random, pcf, "crossSectoralStandards", "ISO14067", "GHGP-Product", "PAS2050", "PACT-3.0");
    list(
        random,
        footprint,
        "productClassifications",
        "urn:pact:productclassification:un-cpc:34231",
        "urn:pact:productclassification:cas:64-17-5");
    removeSome(
        random,
        footprint,
        List.of("precedingPfIds", "validityPeriodStart", "productClassifications", "comment"));
    removeSome(
        random,
        pcf,
        List.of(
            "geographyCountrySubdivision",
            "boundaryProcessesDescription",
            "exemptedEmissionsDescription",
            "biogenicCarbonContent",
            "recycledCarbonContent",
            "landManagementBiogenicCO2Emissions",
            "landManagementBiogenicCO2Removals",
            "biogenicCO2Uptake",
            "packagingEmissionsIncluded",
            "ccsTechnologicalCO2CaptureIncluded",
            "productOrSectorSpecificRules",
            "secondaryEmissionFactorSources",
            "primaryDataShare",
            "dqi",
            "verification"));
    return footprint;
  }

  private static ObjectNode randomVersion2(Random random) {
    ObjectNode footprint = json(Documents.FULL_V2);
    ObjectNode pcf = pcf(footprint);
    pcf.put("declaredUnit", oneOf(random, "liter", "kilogram", "megajoule", "square meter"));
    pcf.put("unitaryProductAmount", oneOf(random, AMOUNTS.toArray(String[]::new)));
    for (String figure :
        List.of("pCfExcludingBiogenic", "fossilGhgEmissions", "biogenicCarbonContent")) {
      pcf.put(figure, decimal(random));
    }
    pcf.put("landManagementGhgEmissions", oneOf(random, decimal(random), "-" + positive(random)));
    pcf.put("characterizationFactors", oneOf(random, "AR5", "AR6"));
    list(random, pcf, "ipccCharacterizationFactorsSources", "AR5", "AR6");
    list(random, pcf, "crossSectoralStandards", "ISO14067", "GHGP-Product", "PEF", "PACT-2.0");
    list(
        random,
        pcf,
        "crossSectoralStandardsUsed",
        "ISO Standard 14067",
        "GHG Protocol Product standard",
        "ISO Standard 14044");
    footprint.put("productCategoryCpc", oneOf(random, "3342", "0111/2", "unknown", "a b+c"));
    list(
        random,
        footprint,
        "productClassifications",
        "urn:pact:productclassification:un-cpc:34231",
        "urn:pact:productclassification:cas:64-17-5");
    ((ObjectNode) pcf.get("assurance")).put("assurance", random.nextBoolean());
    removeSome(
        random,
        footprint,
        List.of("precedingPfIds", "updated", "statusComment", "productClassifications"));
    removeSome(
        random,
        pcf,
        List.of(
            "productMassPerDeclaredUnit",
            "pCfIncludingBiogenic",
            "landManagementGhgEmissions",
            "biogenicCarbonWithdrawal",
            "ipccCharacterizationFactorsSources",
            "crossSectoralStandards",
            "biogenicAccountingMethodology",
            "uncertaintyAssessmentDescription",
            "primaryDataShare",
            "geographyCountry",
            "dqi",
            "assurance"));
    return footprint;
  }

  private static String decimal(Random random) {
    return random.nextInt(5) == 0 ? "0" : positive(random);
  }

  private static String positive(Random random) {
    return BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(7)).toPlainString();
  }

  private static String oneOf(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  private static void list(Random random, ObjectNode at, String field, String... values) {
    ArrayNode list = at.putArray(field);
    for (String value : values) {
      if (random.nextBoolean()) {
        list.add(value);
      }
    }
    if (list.isEmpty()) {
      list.add(values[0]);
    }
  }

  private static void removeSome(Random random, ObjectNode from, List<String> fields) {
    for (String field : fields) {
      if (random.nextInt(3) == 0) {
        from.remove(field);
      }
    }
  }
}
