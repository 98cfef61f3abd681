package io.tanlian.cli.export.passport;

import io.tanlian.cli.exchange.RollUpAnswer;
import io.tanlian.cli.exchange.RollUpAnswer.Branch;
import io.tanlian.cli.exchange.RollUpAnswer.Gap;
import io.tanlian.cli.export.remark.Remarks;
import io.tanlian.cli.export.remark.Rounding;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.passport.BatteryCarbonFootprint;
import io.tanlian.contracts.passport.FootprintFacts;
import io.tanlian.contracts.passport.LifecycleStage;
import io.tanlian.contracts.unit.Quantity;
import io.tanlian.contracts.unit.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The carbon footprint section of a passport. The exchange's roll-up ends at the factory's gate and
 * is for the product's own unit; a passport wants all stages, for a kilowatt hour of the energy
 * over the service life. What lies between the two only the manufacturer knows.
 */
final class FootprintSection {
  static final String PLACE = "/carbonFootprint";
  private static final String TOTAL = PLACE + "/batteryCarbonFootprint";
  private static final String STAGES = PLACE + "/carbonFootprintPerLifecycleStage";

  private final RollUpAnswer rollUp;
  private final FootprintFacts facts;
  private final Remarks remarks;

  private FootprintSection(RollUpAnswer rollUp, FootprintFacts facts, Remarks remarks) {
    this.rollUp = rollUp;
    this.facts = facts;
    this.remarks = remarks;
  }

  static BatteryCarbonFootprint of(RollUpAnswer rollUp, FootprintFacts facts, Remarks remarks) {
    return new FootprintSection(rollUp, facts, remarks).section();
  }

  private BatteryCarbonFootprint section() {
    sayWhatIsStale();
    sayWhatIsStated();
    Optional<BigDecimal> units = unitsPerBattery();
    Optional<BigDecimal> gate = cradleToGate(units);
    Optional<BigDecimal> absolute = absolute(gate);
    return new BatteryCarbonFootprint(
        absolute.flatMap(this::perKwh).orElse(null),
        stages(gate, units),
        said(facts.performanceClass(), "carbonFootprintPerformanceClass"),
        said(facts.study(), "carbonFootprintStudy"),
        absolute.map(Rounding::of).orElse(null),
        gate.map(Rounding::of).orElse(null),
        rollUp.asOf());
  }

  private Optional<BigDecimal> unitsPerBattery() {
    BigDecimal declaredUnits = facts.declaredUnitsPerBattery();
    if (declaredUnits != null) {
      return Optional.of(declaredUnits.multiply(rollUp.declaredAmount()));
    }
    if (rollUp.unit().equals(Unit.PIECE.wireName())) {
      return Optional.of(BigDecimal.ONE);
    }
    remarks.missing(
        PLACE + "/cradleToGateCarbonFootprint",
        "The product is declared by the %s: give declaredUnitsPerBattery in the facts."
            .formatted(rollUp.unit()));
    return Optional.empty();
  }

  private Optional<BigDecimal> cradleToGate(Optional<BigDecimal> units) {
    for (Gap gap : rollUp.missing()) {
      remarks.missing(
          PLACE + "/cradleToGateCarbonFootprint",
          "Without %s the footprint would be too low: %s.".formatted(gap.product(), gap.words()));
    }
    return rollUp.missing().isEmpty() ? units.map(rollUp.perUnit()::multiply) : Optional.empty();
  }

  private Optional<BigDecimal> absolute(Optional<BigDecimal> gate) {
    BigDecimal distribution = facts.distribution();
    BigDecimal endOfLife = facts.endOfLife();
    if (gate.isEmpty()) {
      remarks.missing(TOTAL, "The footprint up to the factory's gate is not known.");
      return Optional.empty();
    }
    if (distribution == null || endOfLife == null) {
      remarks.missing(
          TOTAL,
          "It has all life-cycle stages, what was computed ends at the factory's gate: give"
              + " distribution and endOfLifeAndRecycling in the facts.");
      return Optional.empty();
    }
    return Optional.of(gate.get().add(distribution).add(endOfLife));
  }

  private SortedMap<LifecycleStage, BigDecimal> stages(
      Optional<BigDecimal> gate, Optional<BigDecimal> units) {
    SortedMap<LifecycleStage, BigDecimal> stages = new TreeMap<>();
    if (facts.energyOverServiceLifeKwh() == null) {
      remarks.missing(
          STAGES,
          "The functional unit is a kilowatt hour of the energy over the service life: give"
              + " energyOverServiceLife in the facts.");
      return stages;
    }
    if (gate.isPresent() && units.isPresent()) {
      split(units.get())
          .ifPresent(split -> {
            // Behind the inputs that the tree leaves out there are only other makers' inputs.
            put(stages, LifecycleStage.RAW_MATERIAL, split.rawMaterial().add(split.unshown()));
            put(stages, LifecycleStage.MAIN_PRODUCTION, split.mainProduction());
          });
    }
    put(stages, LifecycleStage.DISTRIBUTION, facts.distribution());
    put(stages, LifecycleStage.END_OF_LIFE, facts.endOfLife());
    return stages;
  }

  private Optional<StageSplit> split(BigDecimal units) {
    if (facts.mainProductionSteps().isEmpty() || rollUp.tree().isEmpty()) {
      remarks.missing(
          STAGES,
          "What belongs to main production is not known: give mainProduction in the facts.");
      return Optional.empty();
    }
    Branch tree = rollUp.tree().get();
    List<ProductId> whole = StageSplit.unsplittable(tree, facts);
    if (!whole.isEmpty()) {
      remarks.missing(
          STAGES,
          "The footprint of %s cannot be split: how it was made is not declared, or not for you to see."
              .formatted(whole.getFirst()));
      return Optional.empty();
    }
    Stream.concat(facts.mainProductionSteps().stream(), facts.mainProductionEnergy().stream())
        .filter(product -> !StageSplit.shows(tree, product))
        .map(ProductId::value)
        .forEach(product ->
            remarks.doubt(
                STAGES, "%s of mainProduction is not among the inputs shown.".formatted(product)));
    StageSplit split = StageSplit.of(tree, facts).times(units);
    if (split.unshown().signum() != 0) {
      remarks.doubt(
          STAGES,
          "%s kgCO2e per battery behind small or distant inputs are counted as raw material."
              .formatted(Rounding.of(split.unshown()).toPlainString()));
    }
    return Optional.of(split);
  }

  private void put(
      SortedMap<LifecycleStage, BigDecimal> stages,
      LifecycleStage stage,
      @Nullable BigDecimal perBattery) {
    if (perBattery != null) {
      perKwh(perBattery).ifPresent(figure -> stages.put(stage, figure));
    }
  }

  private Optional<BigDecimal> perKwh(BigDecimal perBattery) {
    BigDecimal energy = facts.energyOverServiceLifeKwh();
    return energy == null
        ? Optional.empty()
        : Optional.of(Rounding.of(perBattery.divide(energy, Quantity.DIVISION)));
  }

  private @Nullable String said(@Nullable String fact, String name) {
    if (fact == null) {
      remarks.missing(PLACE + "/" + name, "Give %s in the facts.".formatted(name));
    }
    return fact;
  }

  private void sayWhatIsStale() {
    for (Gap stale : rollUp.stale()) {
      remarks.doubt(
          PLACE,
          "Computed from a declaration of %s that is %s."
              .formatted(stale.product(), stale.words()));
    }
  }

  private void sayWhatIsStated() {
    if (Stream.of(
            facts.declaredUnitsPerBattery(),
            facts.energyOverServiceLifeKwh(),
            facts.distribution(),
            facts.endOfLife())
        .anyMatch(fact -> fact != null)) {
      remarks.doubt(
          PLACE,
          "Energy over the service life, distribution and end of life are the manufacturer's word:"
              + " no ledger entry proves them.");
    }
  }
}
