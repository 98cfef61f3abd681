package io.tanlian.verifier.lineage;

import io.tanlian.contracts.declaration.EmissionFactor;
import io.tanlian.contracts.declaration.InputLine;
import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.pact.v3.CarbonFootprint;
import io.tanlian.contracts.pact.v3.DataQualityIndicators;
import io.tanlian.contracts.pact.v3.DateTime;
import io.tanlian.contracts.pact.v3.PcfFigure;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.pact.v3.ReferencePeriod;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.DeclaredFootprint;
import io.tanlian.footprint.activity.Direction;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.activity.Input;
import io.tanlian.footprint.activity.Lapse;
import io.tanlian.footprint.activity.Period;
import io.tanlian.footprint.activity.Pin;
import io.tanlian.footprint.activity.Recipe;
import io.tanlian.footprint.activity.SecondaryFactor;
import io.tanlian.footprint.quality.DataQuality;
import io.tanlian.verifier.state.KnownStatement;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reader can compute with of a declaration, given what is disclosed. */
public final class Activities {
  private Activities() {}

  /**
   * The activity a statement declares; empty if it is no declaration.
   *
   * @param leafHash of its entry, 64 hexadecimal digits
   */
  public static Optional<Activity> of(KnownStatement known, String leafHash) {
    if (!(known.statement().claim() instanceof Claim.Declared(var declaration))) {
      return Optional.empty();
    }
    ProductFootprint footprint = declaration.footprint();
    return Optional.of(
        new Activity(
            new Pin(known.id(), known.index(), leafHash),
            footprint.productIds().stream().map(Activities::canonical).toList(),
            recipe(declaration, known),
            declared(footprint),
            lapse(known, footprint)));
  }

  /** The one spelling by which equivalent names of a product (RFC 8141) find each other. */
  public static ProductId canonical(ProductId product) {
    return new ProductId(new Urn(product.urn().normalized()));
  }

  /** A recipe counts only as a whole: with a part withheld it would give too low a figure. */
  private static Optional<Recipe> recipe(
      ProductFootprintDeclaration declaration, KnownStatement known) {
    boolean whole =
        !known.withheld().contains(GrantedPart.INPUTS)
            && !known.withheld().contains(GrantedPart.DIRECT_EMISSIONS);
    return Optional.ofNullable(declaration.output())
        .filter(output -> whole)
        .map(output ->
            new Recipe(
                output,
                declaration.inputs().stream().map(Activities::input).toList(),
                Figures.of(declaration.directEmissions())));
  }

  private static Input input(InputLine line) {
    return new Input(
        canonical(line.product()),
        line.direction() == InputLine.Direction.IN ? Direction.IN : Direction.OUT,
        line.quantity(),
        Optional.ofNullable(line.statement()),
        Optional.ofNullable(line.emissionFactor()).map(Activities::factor));
  }

  private static SecondaryFactor factor(EmissionFactor factor) {
    return new SecondaryFactor(
        factor.source().name() + " " + factor.source().version(), Figures.of(factor.values()));
  }

  private static DeclaredFootprint declared(ProductFootprint footprint) {
    CarbonFootprint pcf = footprint.pcf();
    return new DeclaredFootprint(
        pcf.declaredUnit(),
        pcf.components(),
        pcf.figure(PcfFigure.PCF_EXCLUDING_BIOGENIC_UPTAKE),
        pcf.figure(PcfFigure.PCF_INCLUDING_BIOGENIC_UPTAKE),
        pcf.figure(PcfFigure.PRIMARY_DATA_SHARE),
        quality(pcf.dataQuality()),
        pcf.figure(PcfFigure.EXEMPTED_EMISSIONS_PERCENT),
        period(pcf.referencePeriod()),
        moment(footprint.validityPeriodStart()),
        moment(footprint.validityPeriodEnd()));
  }

  private static DataQuality quality(@Nullable DataQualityIndicators ratings) {
    return ratings == null
        ? DataQuality.NOT_RATED
        : new DataQuality(
            Optional.of(ratings.technological()),
            Optional.of(ratings.temporal()),
            Optional.of(ratings.geographical()));
  }

  /** PACT lets a reference period begin and end at one moment; a span of time cannot. */
  private static Period period(ReferencePeriod period) {
    Instant start = period.start().instant();
    Instant end = period.end().instant();
    return new Period(start, end.isAfter(start) ? end : start.plusNanos(1));
  }

  private static Optional<Instant> moment(@Nullable DateTime time) {
    return Optional.ofNullable(time).map(DateTime::instant);
  }

  private static Optional<Lapse> lapse(KnownStatement known, ProductFootprint footprint) {
    return known
        .withdrawn()
        .map(ended -> new Lapse(Lapse.Cause.WITHDRAWN, ended.issuedAt()))
        .or(() ->
            known.superseded().map(ended -> new Lapse(Lapse.Cause.SUPERSEDED, ended.issuedAt())))
        .or(() ->
            footprint.status() == ProductFootprint.Status.DEPRECATED
                ? Optional.of(new Lapse(Lapse.Cause.DEPRECATED, known.statement().issuedAt()))
                : Optional.empty());
  }
}
