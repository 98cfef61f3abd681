package io.tanlian.contracts.passport;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a manufacturer adds to the footprint that the exchange computes, which ends at the factory's
 * gate; null where it was not said.
 *
 * @param declaredUnitsPerBattery how many declared units of the product one battery is
 * @param energyOverServiceLifeKwh what one battery provides over its expected service life: the
 *     functional unit is one kilowatt hour of it (Regulation (EU) 2023/1542, annex II, 3)
 * @param mainProductionSteps products whose makers' own emissions belong to main production: the
 *     battery, its cells
 * @param mainProductionEnergy inputs of those steps that belong to main production too, electricity
 *     for one
 * @param distribution kgCO2e for one battery
 * @param endOfLife kgCO2e for one battery, end of life and recycling
 * @param performanceClass DIN DKE SPEC 99100, 6.3.7
 * @param study web link to the public study, 6.3.8
 */
public record FootprintFacts(
    @Nullable BigDecimal declaredUnitsPerBattery,
    @Nullable BigDecimal energyOverServiceLifeKwh,
    List<ProductId> mainProductionSteps,
    List<ProductId> mainProductionEnergy,
    @Nullable BigDecimal distribution,
    @Nullable BigDecimal endOfLife,
    @Nullable String performanceClass,
    @Nullable String study) {

  /** Nothing is added. */
  public static final FootprintFacts NONE =
      new FootprintFacts(null, null, List.of(), List.of(), null, null, null, null);

  public FootprintFacts {
    mainProductionSteps = List.copyOf(mainProductionSteps);
    mainProductionEnergy = List.copyOf(mainProductionEnergy);
    requirePositive("declaredUnitsPerBattery", declaredUnitsPerBattery);
    requirePositive("energyOverServiceLife", energyOverServiceLifeKwh);
  }

  static FootprintFacts read(Fields in) {
    MainProduction main = in.objectOrNull("mainProduction", MainProduction::read);
    return new FootprintFacts(
        in.valueOrNull("declaredUnitsPerBattery", DecimalText::parse),
        in.valueOrNull("energyOverServiceLife", DecimalText::parse),
        main == null ? List.of() : main.steps,
        main == null ? List.of() : main.energy,
        in.valueOrNull("distribution", DecimalText::parse),
        in.valueOrNull("endOfLifeAndRecycling", DecimalText::parse),
        in.textOrNull("carbonFootprintPerformanceClass"),
        in.textOrNull("carbonFootprintStudy"));
  }

  private static void requirePositive(String name, @Nullable BigDecimal figure) {
    if (figure != null && figure.signum() <= 0) {
      throw new IllegalArgumentException(name + " is above zero");
    }
  }

  private record MainProduction(List<ProductId> steps, List<ProductId> energy) {
    static MainProduction read(Fields in) {
      return new MainProduction(
          in.values("steps", ProductId::parse), in.values("energy", ProductId::parse));
    }
  }
}
