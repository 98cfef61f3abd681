package io.tanlian.contracts.pact.translation;

import static io.tanlian.contracts.pact.translation.ToVersion2.utc;
import static io.tanlian.contracts.pact.translation.ToVersion2.utcOrNull;

import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.pact.v2.Assurance;
import io.tanlian.contracts.pact.v3.CarbonFootprint;
import io.tanlian.contracts.pact.v3.Descriptions;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.pact.v3.ReferencePeriod;
import io.tanlian.contracts.pact.v3.Verification;
import io.tanlian.contracts.unit.DeclaredUnit;
import io.tanlian.contracts.unit.Quantity;
import io.tanlian.contracts.unit.Unit.Dimension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From version 2 to version 3. */
final class ToVersion3 {
  static final String SPEC_VERSION = "3.0.4";

  private static final String COVERAGE_SHARED = "product level";
  private static final String NO_SUCH_FIELD = "Version 3 has no such field.";

  private final io.tanlian.contracts.pact.v2.ProductFootprint source;
  private final io.tanlian.contracts.pact.v2.CarbonFootprint pcf;
  private final Losses losses = new Losses();

  ToVersion3(io.tanlian.contracts.pact.v2.ProductFootprint source) {
    this.source = source;
    this.pcf = source.pcf();
  }

  Translation<ProductFootprint> translation() {
    losses.changed("/specVersion", "/specVersion", "The version translated to is written.");
    losses.dropped("/version", "A changed footprint has another id in version 3.");
    losses.droppedIfAny(
        source.updated(), "/updated", "A changed footprint has another id in version 3.");
    return new Translation<>(
        new ProductFootprint(
            source.id(),
            SPEC_VERSION,
            source.precedingPfIds(),
            utc(source.created()),
            source.status(),
            utcOrNull(source.validityPeriodStart()),
            utcOrNull(source.validityPeriodEnd()),
            source.companyName(),
            source.companyIds(),
            source.productDescription(),
            source.productIds(),
            classifications(),
            source.productNameCompany(),
            comment(),
            carbonFootprint(),
            source.extensions()),
        losses.all());
  }

  private List<Urn> classifications() {
    List<Urn> classifications = new ArrayList<>(source.productClassifications());
    var named = CpcCode.of(classifications);
    if (source.productCategoryCpc().equals(ToVersion2.CPC_UNKNOWN)) {
      losses.dropped("/productCategoryCpc", "It says that there is none.");
    } else if (named.isEmpty()) {
      classifications.add(new CpcCode(source.productCategoryCpc()).classification());
      losses.changed(
          "/productCategoryCpc", "/productClassifications", "It is one of the classifications.");
    } else if (!named.get().code().equals(source.productCategoryCpc())) {
      losses.dropped(
          "/productCategoryCpc", "The classifications name another CPC code, which is kept.");
    }
    return classifications;
  }

  /** Version 3 has one comment, for the status and for how the footprint was calculated too. */
  private String comment() {
    StringBuilder comment = new StringBuilder(source.comment());
    append(comment, "/statusComment", "Status: ", source.statusComment());
    append(
        comment,
        "/pcf/uncertaintyAssessmentDescription",
        "Uncertainty: ",
        pcf.descriptions().uncertaintyAssessment());
    return comment.toString();
  }

  private void append(StringBuilder comment, String from, String heading, @Nullable String words) {
    if (words != null) {
      comment.append(comment.isEmpty() ? "" : "\n\n").append(heading).append(words);
      losses.changed(from, "/comment", "Version 3 has no such field; it is added to the comment.");
    }
  }

  private CarbonFootprint carbonFootprint() {
    BigDecimal amount = pcf.unitaryProductAmount();
    var perUnit = new PerUnit(amount);
    return new CarbonFootprint(
        new DeclaredUnit(new Quantity(amount, pcf.declaredUnit()), mass(perUnit)),
        new ReferencePeriod(utc(pcf.referencePeriod().start()), utc(pcf.referencePeriod().end())),
        pcf.geography(),
        new FiguresToVersion3(pcf, perUnit, losses).figures(),
        MethodologyToVersion3.of(pcf.methodology(), losses),
        new Descriptions(
            pcf.descriptions().boundaryProcesses(),
            pcf.descriptions().exemptedEmissions(),
            pcf.descriptions().allocationRules()),
        dataQuality(),
        verification(pcf.assurance()));
  }

  private BigDecimal mass(PerUnit perUnit) {
    String field = "/pcf/productMassPerDeclaredUnit";
    BigDecimal ofOne = pcf.productMassPerDeclaredUnit();
    if (ofOne != null) {
      PerUnit.Result result = perUnit.multiply(ofOne);
      if (!result.exact()) {
        losses.changed(field, field, "Multiplied by the amount and rounded.");
      }
      return result.value();
    }
    if (pcf.declaredUnit().dimension() == Dimension.MASS) {
      losses.assumed(field, "Not stated; the mass is that of the declared amount.");
      return perUnit.amount();
    }
    losses.assumed(
        field, "Not stated; 0 is written, so the footprint cannot be restated per kilogram.");
    return BigDecimal.ZERO;
  }

  private io.tanlian.contracts.pact.v3.@Nullable DataQualityIndicators dataQuality() {
    losses.droppedIfAny(
        pcf.dataQuality(),
        "/pcf/dqi",
        "Version 2 rates from 1 to 3 and version 3 from 1 to 5, by other questions; no rating"
            + " follows from the other.");
    return null;
  }

  private @Nullable Verification verification(@Nullable Assurance assurance) {
    if (assurance == null) {
      return null;
    }
    if (!assurance.assured()) {
      losses.dropped("/pcf/assurance", "Version 3 says that there was none by saying nothing.");
      return null;
    }
    losses.droppedIfAny(assurance.level(), "/pcf/assurance/level", NO_SUCH_FIELD);
    losses.droppedIfAny(assurance.boundary(), "/pcf/assurance/boundary", NO_SUCH_FIELD);
    String coverage = assurance.coverage();
    if (coverage != null && !coverage.equals(COVERAGE_SHARED)) {
      losses.dropped("/pcf/assurance/coverage", "Version 3 has no such coverage.");
      coverage = null;
    }
    return new Verification(
        coverage,
        assurance.providerName(),
        utcOrNull(assurance.completedAt()),
        assurance.standardName(),
        assurance.comments());
  }
}
