package io.tanlian.contracts.pact.v3;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.WireName;
import io.tanlian.contracts.problem.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A product footprint of the PACT data model 3.0. Reading and writing gives the same JSON again.
 *
 * @param productDescription null where it is concealed
 * @param extensions null where the field is absent, which PACT tells from an empty list
 */
public record ProductFootprint(
    FootprintId id,
    String specVersion,
    List<FootprintId> precedingPfIds,
    DateTime created,
    Status status,
    @Nullable DateTime validityPeriodStart,
    @Nullable DateTime validityPeriodEnd,
    String companyName,
    List<Urn> companyIds,
    @Nullable String productDescription,
    List<ProductId> productIds,
    List<Urn> productClassifications,
    String productNameCompany,
    @Nullable String comment,
    CarbonFootprint pcf,
    @Nullable List<DataModelExtension> extensions) {
  /** Years after the end of the reference period for which a footprint is valid by default. */
  public static final int validityYearsDefault = 3;

  public ProductFootprint {
    precedingPfIds = List.copyOf(precedingPfIds);
    companyIds = List.copyOf(companyIds);
    productIds = List.copyOf(productIds);
    productClassifications = List.copyOf(productClassifications);
    extensions = extensions == null ? null : List.copyOf(extensions);
    if (companyIds.isEmpty() || productIds.isEmpty()) {
      throw new IllegalArgumentException(
          "a footprint names at least one company and one product: fill companyIds and productIds");
    }
    if (validityPeriodStart != null
        && validityPeriodEnd != null
        && !validityPeriodStart.instant().isBefore(validityPeriodEnd.instant())) {
      throw new IllegalArgumentException(
          "validityPeriodStart %s is not before validityPeriodEnd %s: exchange or correct them"
              .formatted(validityPeriodStart, validityPeriodEnd));
    }
  }

  /** Reads a footprint; required fields that may be concealed may be missing. */
  public static Outcome<ProductFootprint> parse(JsonNode json) {
    return Fields.read(json, ProductFootprint::read);
  }

  /** Reads a footprint that is part of a larger document. */
  public static ProductFootprint read(Fields fields) {
    return ProductFootprintJson.read(fields);
  }

  public ObjectNode toJson() {
    return ProductFootprintJson.write(this);
  }

  /**
   * When this footprint may be used. A bound that is not stated is that of PACT: from the end of
   * the reference period, for three years.
   */
  public ValidityPeriod validity() {
    Instant referenceEnd = pcf.referencePeriod().end().instant();
    return new ValidityPeriod(
        validityPeriodStart == null ? referenceEnd : validityPeriodStart.instant(),
        validityPeriodEnd == null
            ? referenceEnd.atOffset(ZoneOffset.UTC).plusYears(validityYearsDefault).toInstant()
            : validityPeriodEnd.instant());
  }

  /** Whether a footprint is the current one. */
  public enum Status implements WireName {
    ACTIVE("Active"),
    DEPRECATED("Deprecated");

    private final String wireName;

    Status(String wireName) {
      this.wireName = wireName;
    }

    /** The status of this name. Upper and lower case differ. */
    public static Status parse(String wireName) {
      return WireName.parse(Status.class, "a status", wireName);
    }

    @Override
    public String wireName() {
      return wireName;
    }
  }
}
