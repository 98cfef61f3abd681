package io.tanlian.footprint.consistency;

import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.footprint.activity.DeclaredFootprint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether declared totals are the sums of their declared parts (PACT data model v3, {@code
 * pcfExcludingBiogenicUptake} and {@code pcfIncludingBiogenicUptake}).
 *
 * @param differences the disclosed totals beside the sums of the disclosed parts, equal ones
 *     included
 * @param absent parts that are not there: unknown or not disclosed, they count as 0 in the sums
 */
public record PartsCheck(List<Difference> differences, Set<PcfComponent> absent) {

  public PartsCheck {
    differences = List.copyOf(differences);
    absent = Set.copyOf(absent);
  }

  public static PartsCheck of(DeclaredFootprint declared) {
    List<Difference> differences = new ArrayList<>();
    BigDecimal excluding = PcfComponent.excludingUptake(declared.components());
    BigDecimal including = PcfComponent.includingUptake(declared.components());
    declared
        .excludingUptake()
        .ifPresent(total ->
            differences.add(Difference.between("pcfExcludingBiogenicUptake", excluding, total)));
    declared
        .includingUptake()
        .ifPresent(total ->
            differences.add(Difference.between("pcfIncludingBiogenicUptake", including, total)));
    Set<PcfComponent> absent = EnumSet.noneOf(PcfComponent.class);
    absent.addAll(PcfComponent.of(PcfComponent.Part.EXCLUDING_UPTAKE));
    absent.addAll(PcfComponent.of(PcfComponent.Part.UPTAKE));
    absent.removeAll(declared.components().keySet());
    return new PartsCheck(differences, absent);
  }

  /** The totals that differ from their parts by more than a relative tolerance. */
  public List<Difference> mismatches(BigDecimal tolerance) {
    return differences.stream().filter(difference -> difference.exceeds(tolerance)).toList();
  }
}
