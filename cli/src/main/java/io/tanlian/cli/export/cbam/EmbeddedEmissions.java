package io.tanlian.cli.export.cbam;

import io.tanlian.cli.export.remark.Remarks;
import io.tanlian.contracts.cbam.CbamFacts;
import io.tanlian.contracts.cbam.EmissionsBasis;
import io.tanlian.contracts.cbam.GridElectricity;
import io.tanlian.contracts.cbam.PrecursorFacts;
import io.tanlian.contracts.cbam.SpecificEmissions;
import io.tanlian.contracts.cbam.StatedEmissions;
import io.tanlian.contracts.declaration.InputLine;
import io.tanlian.contracts.declaration.InputLine.Direction;
import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.contracts.unit.Quantity;
import io.tanlian.contracts.unit.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Specific embedded emissions of goods: attributed emissions of their own step, and those embedded
 * in precursors, by mass (Regulation (EU) 2023/956, annex IV, 2 and 3; Implementing Regulation (EU)
 * 2023/1773, annex III, G).
 *
 * <p>Of a declaration only the step's own direct emissions, its electricity and its precursors are
 * used. Footprints of inputs are not: they have more in them than the mechanism counts. Figures for
 * a kilogram in kgCO2e are figures for a tonne in tCO2e.
 */
final class EmbeddedEmissions {
  /** Longest chain of precursors: statements refer to earlier ones only, so it ends by itself. */
  static final int depthMax = 16;

  private final CbamFacts facts;
  private final Map<StatementId, Declared> known;

  EmbeddedEmissions(CbamFacts facts, Map<StatementId, Declared> known) {
    this.facts = facts;
    this.known = known;
  }

  /**
   * A precursor line with what is known of it, unrounded.
   *
   * @param perKg kilograms for a kilogram of goods
   */
  record PrecursorLine(
      InputLine line,
      PrecursorFacts facts,
      Optional<BigDecimal> perKg,
      SpecificEmissions emissions,
      @Nullable EmissionsBasis basis,
      @Nullable String source) {}

  /**
   * What follows from a declaration, unrounded.
   *
   * @param kwhPerKg electricity for a kilogram of goods
   */
  record Result(
      SpecificEmissions emissions, Optional<BigDecimal> kwhPerKg, List<PrecursorLine> precursors) {}

  /** Remarks are made at {@code place}. */
  Result of(ProductFootprintDeclaration declaration, String place, Remarks remarks) {
    return of(declaration, place, remarks, 0);
  }

  private Result of(
      ProductFootprintDeclaration declaration, String place, Remarks remarks, int depth) {
    Optional<BigDecimal> output = OutputMass.of(declaration);
    if (output.isEmpty()) {
      remarks.missing(
          place + "/specificEmbeddedEmissions",
          "How %s was made is not declared as a mass, or not for you to see: ask for a grant of inputs and directEmissions."
              .formatted(declaration.footprint().productIds().getFirst()));
      return new Result(new SpecificEmissions(null, null), Optional.empty(), List.of());
    }
    List<PrecursorLine> precursors = new ArrayList<>();
    for (InputLine line : declaration.inputs()) {
      Optional<PrecursorFacts> said = facts.precursor(line.product());
      if (line.direction() == Direction.IN && said.isPresent()) {
        precursors.add(
            precursor(
                line,
                said.get(),
                output.get(),
                place + "/precursors/" + precursors.size(),
                remarks,
                depth));
      }
    }
    sayWhatIsNotCounted(declaration, place, remarks);
    Optional<BigDecimal> kwhPerKg = electricity(declaration, output.get(), place, remarks);
    return new Result(
        new SpecificEmissions(
            plusPrecursors(
                ownDirect(declaration, output.get(), place, remarks),
                precursors,
                SpecificEmissions::direct),
            plusPrecursors(ownIndirect(kwhPerKg), precursors, SpecificEmissions::indirect)),
        kwhPerKg,
        precursors);
  }

  private Optional<BigDecimal> ownDirect(
      ProductFootprintDeclaration declaration, BigDecimal output, String place, Remarks remarks) {
    BigDecimal fossil = declaration.directEmissions().get(PcfComponent.FOSSIL_GHG_EMISSIONS);
    if (fossil == null) {
      remarks.missing(
          place + "/specificEmbeddedEmissions/direct",
          "No fossilGhgEmissions stand among the directEmissions that you may see: declare 0 if there are none.");
      return Optional.empty();
    }
    if (declaration.directEmissions().size() > 1) {
      remarks.doubt(
          place + "/specificEmbeddedEmissions/direct",
          "Only fossilGhgEmissions of the directEmissions are counted.");
    }
    return Optional.of(perKg(fossil, output));
  }

  private Optional<BigDecimal> electricity(
      ProductFootprintDeclaration declaration, BigDecimal output, String place, Remarks remarks) {
    String at = place + "/specificEmbeddedEmissions/indirect";
    if (facts.electricity() == null) {
      remarks.missing(
          at,
          "Which inputs are electricity, and what the grid emits, is not known: give electricity in"
              + " the facts. The factors of a footprint have more in them.");
      return Optional.empty();
    }
    List<Optional<Quantity>> consumed =
        declaration.inputs().stream()
            .filter(line -> line.direction() == Direction.IN && facts.isElectricity(line.product()))
            .map(line -> line.quantity().in(Unit.KILOWATT_HOUR))
            .toList();
    if (consumed.isEmpty() || consumed.stream().anyMatch(Optional::isEmpty)) {
      remarks.missing(
          at, "No input in kilowatt hours or megajoules is one of the electricity products.");
      return Optional.empty();
    }
    BigDecimal kwh =
        consumed.stream()
            .flatMap(Optional::stream)
            .map(Quantity::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Optional.of(perKg(kwh, output));
  }

  /** Kilowatt hours for a kilogram are megawatt hours for a tonne. */
  private Optional<BigDecimal> ownIndirect(Optional<BigDecimal> kwhPerKg) {
    GridElectricity grid = facts.electricity();
    return grid == null ? Optional.empty() : kwhPerKg.map(grid.emissionFactor()::multiply);
  }

  private PrecursorLine precursor(
      InputLine line,
      PrecursorFacts said,
      BigDecimal output,
      String place,
      Remarks remarks,
      int depth) {
    StatementId statement = line.statement();
    Optional<Declared> supplier =
        statement == null ? Optional.empty() : Optional.ofNullable(known.get(statement));
    Optional<BigDecimal> mass =
        supplier
            .flatMap(declared ->
                OutputMass.kilograms(
                    line.quantity(), declared.declaration().footprint().pcf().declaredUnit()))
            .or(() -> OutputMass.kilograms(line.quantity()))
            .map(kilograms -> perKg(kilograms, output));
    if (mass.isEmpty()) {
      remarks.missing(
          place + "/amount",
          "%s in %s cannot be told as a mass."
              .formatted(line.product(), line.quantity().unit().wireName()));
    }
    StatedEmissions stated = said.emissions();
    if (stated != null) {
      remarks.doubt(
          place,
          "The emissions of %s are the operator's word (%s): no ledger entry proves them."
              .formatted(line.product(), stated.source()));
      return new PrecursorLine(
          line,
          said,
          mass,
          new SpecificEmissions(stated.direct(), stated.indirect()),
          stated.basis(),
          stated.source());
    }
    if (supplier.isEmpty() || depth == depthMax) {
      remarks.missing(
          place + "/specificEmbeddedEmissions",
          "%s has no supplier's declaration that could be used: give specificEmbeddedEmissions in the facts."
              .formatted(line.product()));
      return new PrecursorLine(line, said, mass, new SpecificEmissions(null, null), null, null);
    }
    Result behind = of(supplier.get().declaration(), place, remarks, depth + 1);
    return new PrecursorLine(
        line,
        said,
        mass,
        behind.emissions(),
        basis(behind),
        "computed from the supplier's declaration");
  }

  /** One default value among the parts makes the whole stand on it. */
  private static @Nullable EmissionsBasis basis(Result behind) {
    if (behind.emissions().direct() == null && behind.emissions().indirect() == null) {
      return null;
    }
    return behind.precursors().stream().anyMatch(one -> one.basis() == EmissionsBasis.DEFAULT_VALUE)
        ? EmissionsBasis.DEFAULT_VALUE
        : EmissionsBasis.ACTUAL;
  }

  private void sayWhatIsNotCounted(
      ProductFootprintDeclaration declaration, String place, Remarks remarks) {
    String others =
        declaration.inputs().stream()
            .filter(line ->
                line.direction() == Direction.OUT
                    || (facts.precursor(line.product()).isEmpty()
                        && !facts.isElectricity(line.product())))
            .map(line -> line.product() + (line.direction() == Direction.OUT ? " (leaving)" : ""))
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      remarks.doubt(
          place, "Counted neither as precursor nor as electricity: %s.".formatted(others));
    }
  }

  /** The sum, empty if any part of it is not known. */
  private static @Nullable BigDecimal plusPrecursors(
      Optional<BigDecimal> own, List<PrecursorLine> precursors, EmissionsPart part) {
    if (own.isEmpty()) {
      return null;
    }
    BigDecimal sum = own.get();
    for (PrecursorLine precursor : precursors) {
      BigDecimal emissions = part.of(precursor.emissions());
      if (precursor.perKg().isEmpty() || emissions == null) {
        return null;
      }
      sum = sum.add(precursor.perKg().get().multiply(emissions));
    }
    return sum;
  }

  @FunctionalInterface
  private interface EmissionsPart {
    @Nullable BigDecimal of(SpecificEmissions emissions);
  }

  private static BigDecimal perKg(BigDecimal figure, BigDecimal output) {
    return figure.divide(output, Quantity.DIVISION);
  }
}
