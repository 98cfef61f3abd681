package io.tanlian.exchange.pact.filter;

import java.util.Arrays;
import java.util.Optional;

/**
 * A property of a footprint that can be compared.
 *
 * <p>A translated footprint has no {@code updated}, for version 3 never changes one; it counts as
 * updated when it was created, so that a recipient who asks for what is new gets it.
 */
enum Property {
  CREATED("created", Type.TIME),
  UPDATED("updated", Type.TIME),
  REPORTING_PERIOD_START("pcf/reportingPeriodStart", Type.TIME),
  REPORTING_PERIOD_END("pcf/reportingPeriodEnd", Type.TIME),
  REFERENCE_PERIOD_START("pcf/referencePeriodStart", Type.TIME),
  REFERENCE_PERIOD_END("pcf/referencePeriodEnd", Type.TIME),
  GEOGRAPHY_COUNTRY("pcf/geographyCountry", Type.TEXT),
  GEOGRAPHY_COUNTRY_SUBDIVISION("pcf/geographyCountrySubdivision", Type.TEXT),
  GEOGRAPHY_REGION_OR_SUBREGION("pcf/geographyRegionOrSubregion", Type.TEXT),
  PRODUCT_CATEGORY_CPC("productCategoryCpc", Type.TEXT),
  STATUS("status", Type.TEXT),
  ID("id", Type.TEXT),
  PRODUCT_IDS("productIds", Type.COLLECTION),
  COMPANY_IDS("companyIds", Type.COLLECTION);

  /** What a property can be compared with. */
  enum Type {
    /** With a time, by any operator. */
    TIME,
    /** With a text, by {@code eq}. */
    TEXT,
    /** Each of its elements with a text, by {@code eq} within {@code any}. */
    COLLECTION
  }

  private final String path;
  private final Type type;

  Property(String path, Type type) {
    this.path = path;
    this.type = type;
  }

  static Optional<Property> ofPath(String path) {
    return Arrays.stream(values()).filter(property -> property.path.equals(path)).findFirst();
  }

  String path() {
    return path;
  }

  Type type() {
    return type;
  }
}
