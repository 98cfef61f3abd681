package io.tanlian.example.battery.figure;

import io.tanlian.contracts.declaration.InputLine.Direction;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.contracts.unit.DeclaredUnit;
import io.tanlian.contracts.unit.Quantity;
import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.Exempted;
import io.tanlian.example.battery.chain.Factor;
import io.tanlian.example.battery.chain.Facts;
import io.tanlian.example.battery.chain.Flow;
import io.tanlian.example.battery.chain.Product;
import io.tanlian.example.battery.chain.Published;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.DeclaredFootprint;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.activity.Input;
import io.tanlian.footprint.activity.Period;
import io.tanlian.footprint.activity.Pin;
import io.tanlian.footprint.activity.Recipe;
import io.tanlian.footprint.activity.SecondaryFactor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A product as the calculation sees it before anything is declared: a recipe without figures. */
final class Draft {
  private static final String NO_LEAF_YET = "0".repeat(64);

  private final Chain chain;

  Draft(Chain chain) {
    this.chain = chain;
  }

  /**
   * The product as an activity.
   *
   * @param position among all drafts
   */
  Activity of(Product product, int position) {
    Facts facts = chain.facts(product);
    DeclaredUnit unit =
        new DeclaredUnit(new Quantity(BigDecimal.ONE, facts.unit()), facts.massKg());
    return new Activity(
        new Pin(new StatementId(new UUID(0, position)), position, NO_LEAF_YET),
        product.maker().id(),
        List.of(product.id()),
        recipe(facts),
        declared(facts, unit),
        Optional.empty());
  }

  private Optional<Recipe> recipe(Facts facts) {
    return switch (facts.making()) {
      case Facts.AsPublished _ -> Optional.empty();
      case Facts.Itemised(List<Flow> inputs, List<Flow.OfFactor> direct) ->
          Optional.of(
              new Recipe(
                  new Quantity(BigDecimal.ONE, facts.unit()),
                  inputs.stream().map(this::input).toList(),
                  fossil(DirectEmissions.of(direct))));
    };
  }

  private Input input(Flow flow) {
    Direction direction = flow.leaves() ? Direction.OUT : Direction.IN;
    return switch (flow) {
      case Flow.OfProduct(Product product, BigDecimal amount, boolean _) ->
          new Input(
              product.id(),
              direction,
              new Quantity(amount, chain.facts(product).unit()),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case Flow.OfFactor(Factor factor, BigDecimal amount, boolean _) ->
          new Input(
              factor.productId(),
              direction,
              new Quantity(amount, factor.unit()),
              Optional.empty(),
              Optional.of(new SecondaryFactor(factor.source(), fossil(factor.value()))),
              Optional.empty());
    };
  }

  private DeclaredFootprint declared(Facts facts, DeclaredUnit unit) {
    Optional<BigDecimal> total =
        facts.making() instanceof Facts.AsPublished(Published published)
            ? Optional.of(published.value())
            : Optional.empty();
    return new DeclaredFootprint(
        unit,
        total.map(Draft::component).orElse(Map.of()),
        total,
        total,
        Optional.empty(),
        OwnQuality.of(facts, chain),
        facts.exempted().map(Exempted::percent),
        new Period(chain.referencePeriodStart(), chain.referencePeriodEnd()),
        Optional.empty(),
        Optional.empty());
  }

  private static Figures fossil(BigDecimal value) {
    return Figures.of(component(value));
  }

  private static Map<PcfComponent, BigDecimal> component(BigDecimal value) {
    return Map.of(PcfComponent.FOSSIL_GHG_EMISSIONS, value);
  }
}
