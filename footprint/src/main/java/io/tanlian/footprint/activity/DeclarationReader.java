package io.tanlian.footprint.activity;

import static io.tanlian.contracts.pact.v3.PcfFigure.EXEMPTED_EMISSIONS_PERCENT;
import static io.tanlian.contracts.pact.v3.PcfFigure.PCF_EXCLUDING_BIOGENIC_UPTAKE;
import static io.tanlian.contracts.pact.v3.PcfFigure.PCF_INCLUDING_BIOGENIC_UPTAKE;
import static io.tanlian.contracts.pact.v3.PcfFigure.PRIMARY_DATA_SHARE;

import io.tanlian.contracts.declaration.EmissionFactor;
import io.tanlian.contracts.declaration.InputLine;
import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.pact.v3.CarbonFootprint;
import io.tanlian.contracts.pact.v3.DataQualityIndicators;
import io.tanlian.contracts.pact.v3.DateTime;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.footprint.quality.DataQuality;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes from a declaration what the calculation needs. */
public final class DeclarationReader {

  private DeclarationReader() {}

  /**
   * The declaration as an activity. A recipe that is not disclosed as a whole is left out.
   *
   * @param issuer of the statement
   * @param lapse what the ledger says about the statement; without it, a footprint that was
   *     declared as Deprecated lapsed when it was created
   */
  public static Activity activity(
      ProductFootprintDeclaration declaration,
      Pin pin,
      ParticipantId issuer,
      RecipeDisclosure disclosure,
      Optional<Lapse> lapse) {
    ProductFootprint footprint = declaration.footprint();
    return new Activity(
        pin,
        issuer,
        footprint.productIds(),
        disclosure == RecipeDisclosure.WHOLE ? recipe(declaration) : Optional.empty(),
        declared(footprint),
        lapse.or(() -> lapseOf(footprint)));
  }

  /** The PCF as its owner states it. */
  public static DeclaredFootprint declared(ProductFootprint footprint) {
    CarbonFootprint pcf = footprint.pcf();
    return new DeclaredFootprint(
        pcf.declaredUnit(),
        pcf.components(),
        pcf.figure(PCF_EXCLUDING_BIOGENIC_UPTAKE),
        pcf.figure(PCF_INCLUDING_BIOGENIC_UPTAKE),
        pcf.figure(PRIMARY_DATA_SHARE),
        quality(pcf.dataQuality()),
        pcf.figure(EXEMPTED_EMISSIONS_PERCENT),
        new Period(pcf.referencePeriod().start().instant(), pcf.referencePeriod().end().instant()),
        Optional.ofNullable(footprint.validityPeriodStart()).map(DateTime::instant),
        Optional.ofNullable(footprint.validityPeriodEnd()).map(DateTime::instant));
  }

  private static Optional<Recipe> recipe(ProductFootprintDeclaration declaration) {
    return Optional.ofNullable(declaration.output())
        .map(output ->
            new Recipe(
                output,
                declaration.inputs().stream().map(DeclarationReader::input).toList(),
                Figures.of(declaration.directEmissions())));
  }

  private static Input input(InputLine line) {
    return new Input(
        line.product(),
        line.direction(),
        line.quantity(),
        Optional.ofNullable(line.statement()),
        Optional.ofNullable(line.emissionFactor()).map(DeclarationReader::factor),
        Optional.ofNullable(line.recycled()));
  }

  private static SecondaryFactor factor(EmissionFactor factor) {
    return new SecondaryFactor(
        factor.source().name() + " " + factor.source().version(), Figures.of(factor.values()));
  }

  private static DataQuality quality(@Nullable DataQualityIndicators indicators) {
    return indicators == null
        ? DataQuality.NOT_RATED
        : new DataQuality(
            Optional.of(indicators.technological()),
            Optional.of(indicators.temporal()),
            Optional.of(indicators.geographical()));
  }

  private static Optional<Lapse> lapseOf(ProductFootprint footprint) {
    return footprint.status() == ProductFootprint.Status.DEPRECATED
        ? Optional.of(new Lapse(Lapse.Cause.DEPRECATED, footprint.created().instant()))
        : Optional.empty();
  }
}
