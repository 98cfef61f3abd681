package io.tanlian.contracts.pact.translation;

import io.tanlian.contracts.pact.v2.Assurance;
import io.tanlian.contracts.pact.v2.CarbonFootprint;
import io.tanlian.contracts.pact.v2.ProductFootprint;
import io.tanlian.contracts.pact.v3.DateTime;
import io.tanlian.contracts.pact.v3.Descriptions;
import io.tanlian.contracts.pact.v3.PcfFigure;
import io.tanlian.contracts.pact.v3.ReferencePeriod;
import io.tanlian.contracts.pact.v3.Verification;
import io.tanlian.contracts.unit.DeclaredUnit;
import io.tanlian.contracts.unit.Unit;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From version 3 to version 2.3. */
final class ToVersion2 {
  static final String SPEC_VERSION = "2.3.0";

  /** Footprints of version 3 never change, so there is only ever one version of each. */
  private static final int VERSION = 1;

  /** Version 2 has no pieces, hours or megabit seconds. */
  private static final Set<Unit> UNITS =
      EnumSet.complementOf(EnumSet.of(Unit.PIECE, Unit.HOUR, Unit.MEGABIT_SECOND));

  static final String CPC_UNKNOWN = "unknown";
  private static final BigDecimal EXEMPTED_PERCENT_MAX = BigDecimal.valueOf(5);
  private static final String NOT_STATED = "Not stated; version 2 requires a value.";
  private static final String COVERAGE_SHARED = "product level";

  private final io.tanlian.contracts.pact.v3.ProductFootprint source;
  private final io.tanlian.contracts.pact.v3.CarbonFootprint pcf;
  private final Losses losses = new Losses();

  ToVersion2(io.tanlian.contracts.pact.v3.ProductFootprint source) {
    this.source = source;
    this.pcf = source.pcf();
  }

  Translation<ProductFootprint> translation() throws Untranslatable {
    losses.changed("/specVersion", "/specVersion", "The version translated to is written.");
    losses.assumed("/version", "Footprints of version 3 never change, so this is version 1.");
    String cpc =
        CpcCode.of(source.productClassifications())
            .map(CpcCode::code)
            .filter(code -> !code.isEmpty())
            .orElse(null);
    return new Translation<>(
        new ProductFootprint(
            source.id(),
            SPEC_VERSION,
            source.precedingPfIds(),
            VERSION,
            utc(source.created()),
            null,
            source.status(),
            null,
            utcOrNull(source.validityPeriodStart()),
            utcOrNull(source.validityPeriodEnd()),
            source.companyName(),
            source.companyIds(),
            losses.orAssumed(source.productDescription(), "", "/productDescription", NOT_STATED),
            source.productIds(),
            source.productClassifications(),
            losses.orAssumed(
                cpc, CPC_UNKNOWN, "/productCategoryCpc", "No classification names a CPC code."),
            source.productNameCompany(),
            losses.orAssumed(source.comment(), "", "/comment", NOT_STATED),
            carbonFootprint(),
            source.extensions()),
        losses.all());
  }

  private CarbonFootprint carbonFootprint() throws Untranslatable {
    DeclaredUnit declared = pcf.declaredUnit();
    boolean toKilograms = !UNITS.contains(declared.quantity().unit());
    if (toKilograms && declared.productMassKg().signum() == 0) {
      throw new Untranslatable(
          "/pcf/declaredUnitOfMeasurement",
          "Version 2 has no unit %s, and without a mass it cannot be stated in kilograms."
              .formatted(declared.quantity().unit().wireName()));
    }
    if (toKilograms) {
      String words =
          "Version 2 has no unit %s: restated in kilograms by the product's mass."
              .formatted(declared.quantity().unit().wireName());
      losses.changed("/pcf/declaredUnitOfMeasurement", "/pcf/declaredUnit", words);
      losses.changed("/pcf/declaredUnitAmount", "/pcf/unitaryProductAmount", words);
    }
    var perUnit =
        new PerUnit(toKilograms ? declared.productMassKg() : declared.quantity().amount());
    return new CarbonFootprint(
        toKilograms ? Unit.KILOGRAM : declared.quantity().unit(),
        perUnit.amount(),
        massPerUnit(perUnit, declared.productMassKg()),
        new ReferencePeriod(utc(pcf.referencePeriod().start()), utc(pcf.referencePeriod().end())),
        pcf.geography(),
        new FiguresToVersion2(pcf, perUnit, losses).figures(),
        exemptedPercent(),
        pcf.figure(PcfFigure.PRIMARY_DATA_SHARE).orElse(null),
        MethodologyToVersion2.of(pcf.methodology(), losses),
        descriptions(pcf.descriptions()),
        dataQuality(),
        assurance(pcf.verification()));
  }

  private BigDecimal massPerUnit(PerUnit perUnit, BigDecimal mass) {
    PerUnit.Result result = perUnit.divide(mass);
    if (!result.exact()) {
      losses.changed(
          "/pcf/productMassPerDeclaredUnit",
          "/pcf/productMassPerDeclaredUnit",
          "Divided by %s and rounded.".formatted(perUnit.amount().toPlainString()));
    }
    return result.value();
  }

  private BigDecimal exemptedPercent() throws Untranslatable {
    String field = "/pcf/" + PcfFigure.EXEMPTED_EMISSIONS_PERCENT.wireName();
    Optional<BigDecimal> percent = pcf.figure(PcfFigure.EXEMPTED_EMISSIONS_PERCENT);
    if (percent.isEmpty()) {
      throw new Untranslatable(
          field, "Version 2 requires exemptedEmissionsPercent, which is not stated.");
    }
    if (percent.get().compareTo(EXEMPTED_PERCENT_MAX) > 0) {
      losses.changed(field, field, "The value is as stated; versions 2.0 to 2.2 allow at most 5.");
    }
    return percent.get();
  }

  private CarbonFootprint.Descriptions descriptions(Descriptions stated) {
    return new CarbonFootprint.Descriptions(
        losses.orAssumed(
            stated.boundaryProcesses(), "", "/pcf/boundaryProcessesDescription", NOT_STATED),
        losses.orAssumed(
            stated.exemptedEmissions(), "", "/pcf/exemptedEmissionsDescription", NOT_STATED),
        stated.allocationRules(),
        null);
  }

  private io.tanlian.contracts.pact.v2.@Nullable DataQualityIndicators dataQuality() {
    losses.droppedIfAny(
        pcf.dataQuality(),
        "/pcf/dqi",
        "Version 3 rates from 1 to 5 and version 2 from 1 to 3, by other questions; no rating"
            + " follows from the other.");
    return null;
  }

  private @Nullable Assurance assurance(@Nullable Verification verification) {
    if (verification == null) {
      return null;
    }
    String coverage = verification.coverage();
    if (coverage != null && !coverage.equals(COVERAGE_SHARED)) {
      losses.dropped("/pcf/verification/coverage", "Version 2 has no such coverage.");
      coverage = null;
    }
    return new Assurance(
        true,
        coverage,
        null,
        null,
        losses.orAssumed(
            verification.providerName(), "", "/pcf/assurance/providerName", NOT_STATED),
        utcOrNull(verification.completedAt()),
        verification.standardName(),
        verification.comments());
  }

  static DateTime utc(DateTime time) {
    return DateTime.of(time.instant());
  }

  static @Nullable DateTime utcOrNull(@Nullable DateTime time) {
    return time == null ? null : utc(time);
  }
}
