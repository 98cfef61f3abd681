package io.tanlian.footprint.activity;

import static java.math.MathContext.DECIMAL128;

import io.tanlian.contracts.pact.v3.PcfComponent;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * An amount of greenhouse gas in kgCO2e, in all its parts. A component that is absent is unknown
 * and adds nothing.
 *
 * <p>The totals are carried beside the components, because a supplier may disclose totals only.
 * Sums and products keep 34 digits.
 *
 * @param excludingUptake {@code pcfExcludingBiogenicUptake}
 * @param includingUptake {@code pcfIncludingBiogenicUptake}
 */
public record Figures(
    Map<PcfComponent, BigDecimal> components,
    BigDecimal excludingUptake,
    BigDecimal includingUptake) {

  public static final Figures ZERO = of(Map.of());

  public Figures {
    Map<PcfComponent, BigDecimal> copy = new EnumMap<>(PcfComponent.class);
    copy.putAll(components);
    components = Collections.unmodifiableMap(copy);
  }

  /** Components whose totals follow from the identities of the PACT data model. */
  public static Figures of(Map<PcfComponent, BigDecimal> components) {
    return new Figures(
        components,
        PcfComponent.excludingUptake(components),
        PcfComponent.includingUptake(components));
  }

  public Figures plus(Figures other) {
    Map<PcfComponent, BigDecimal> sum = new EnumMap<>(PcfComponent.class);
    sum.putAll(components);
    other.components.forEach(
        (component, value) -> sum.merge(component, value, (a, b) -> a.add(b, DECIMAL128)));
    return new Figures(
        sum,
        excludingUptake.add(other.excludingUptake, DECIMAL128),
        includingUptake.add(other.includingUptake, DECIMAL128));
  }

  public Figures times(BigDecimal factor) {
    return each(value -> value.multiply(factor, DECIMAL128));
  }

  public Figures dividedBy(BigDecimal divisor) {
    return each(value -> value.divide(divisor, DECIMAL128));
  }

  private Figures each(UnaryOperator<BigDecimal> change) {
    Map<PcfComponent, BigDecimal> changed = new EnumMap<>(PcfComponent.class);
    components.forEach((component, value) -> changed.put(component, change.apply(value)));
    return new Figures(changed, change.apply(excludingUptake), change.apply(includingUptake));
  }
}
