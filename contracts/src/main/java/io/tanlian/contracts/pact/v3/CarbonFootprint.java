package io.tanlian.contracts.pact.v3;

import io.tanlian.contracts.unit.DecimalText;
import io.tanlian.contracts.unit.DeclaredUnit;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The carbon footprint of a declared unit of a product.
 *
 * <p>A figure, description or rating that is missing here is unknown or concealed from the reader;
 * that a complete footprint has all that PACT requires is for its JSON Schema to check.
 */
public record CarbonFootprint(
    DeclaredUnit declaredUnit,
    ReferencePeriod referencePeriod,
    @Nullable Geography geography,
    SortedMap<PcfFigure, BigDecimal> figures,
    Methodology methodology,
    Descriptions descriptions,
    @Nullable DataQualityIndicators dataQuality,
    @Nullable Verification verification) {
  public CarbonFootprint {
    SortedMap<PcfFigure, BigDecimal> checked = new TreeMap<>();
    figures.forEach(
        (figure, value) -> checked.put(figure, DecimalText.plain(figure.require(value))));
    figures = Collections.unmodifiableSortedMap(checked);
  }

  public Optional<BigDecimal> figure(PcfFigure figure) {
    return Optional.ofNullable(figures.get(figure));
  }

  /** The figures that add up along a supply chain, as far as they are known. */
  public Map<PcfComponent, BigDecimal> components() {
    Map<PcfComponent, BigDecimal> components = new EnumMap<>(PcfComponent.class);
    figures.forEach((figure, value) ->
        figure.component().ifPresent(component -> components.put(component, value)));
    return Collections.unmodifiableMap(components);
  }
}
