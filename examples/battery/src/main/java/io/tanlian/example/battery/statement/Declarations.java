package io.tanlian.example.battery.statement;

import io.tanlian.contracts.declaration.EmissionFactor;
import io.tanlian.contracts.declaration.InputLine;
import io.tanlian.contracts.declaration.InputLine.Direction;
import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.pact.v3.CarbonCapture;
import io.tanlian.contracts.pact.v3.CarbonFootprint;
import io.tanlian.contracts.pact.v3.DateTime;
import io.tanlian.contracts.pact.v3.Geography;
import io.tanlian.contracts.pact.v3.Methodology;
import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.contracts.pact.v3.PcfFigure;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.pact.v3.ReferencePeriod;
import io.tanlian.contracts.unit.DeclaredUnit;
import io.tanlian.contracts.unit.Quantity;
import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.Exempted;
import io.tanlian.example.battery.chain.Factor;
import io.tanlian.example.battery.chain.Facts;
import io.tanlian.example.battery.chain.Flow;
import io.tanlian.example.battery.chain.Product;
import io.tanlian.example.battery.figure.ChainFigures;
import io.tanlian.example.battery.figure.DirectEmissions;
import io.tanlian.example.battery.figure.Figure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Declares the products of a chain as PACT v3 footprints with their inputs. */
public final class Declarations {
  private final Chain chain;
  private final ChainFigures figures;

  public Declarations(Chain chain, ChainFigures figures) {
    this.chain = chain;
    this.figures = figures;
  }

  /**
   * What the maker of a product declares. Inputs name the supplier's statement where it is made
   * earlier; where the chain is a loop they name the product only.
   */
  public ProductFootprintDeclaration of(Product product) {
    Facts facts = chain.facts(product);
    ProductFootprint footprint = footprint(product, facts);
    return switch (facts.making()) {
      case Facts.AsPublished _ ->
          new ProductFootprintDeclaration(footprint, null, List.of(), new TreeMap<>());
      case Facts.Itemised(List<Flow> inputs, List<Flow.OfFactor> direct) ->
          new ProductFootprintDeclaration(
              footprint,
              new Quantity(BigDecimal.ONE, facts.unit()),
              inputs.stream().map(flow -> line(flow, product)).toList(),
              fossil(DirectEmissions.of(direct)));
    };
  }

  private InputLine line(Flow flow, Product customer) {
    Direction direction = flow.leaves() ? Direction.OUT : Direction.IN;
    return switch (flow) {
      case Flow.OfProduct(Product supplied, BigDecimal amount, boolean _) ->
          new InputLine(
              supplied.id(),
              direction,
              new Quantity(amount, chain.facts(supplied).unit()),
              statementIfEarlier(supplied, customer),
              null,
              null);
      case Flow.OfFactor(Factor factor, BigDecimal amount, boolean _) ->
          new InputLine(
              factor.productId(),
              direction,
              new Quantity(amount, factor.unit()),
              null,
              new EmissionFactor(Words.source(factor), fossil(factor.value())),
              null);
    };
  }

  private @Nullable StatementId statementIfEarlier(Product supplied, Product customer) {
    List<Product> order = chain.products();
    return order.indexOf(supplied) < order.indexOf(customer) ? Names.declaration(supplied) : null;
  }

  private ProductFootprint footprint(Product product, Facts facts) {
    Words words = new Words(product, chain);
    return new ProductFootprint(
        Names.footprint(product),
        chain.specVersion(),
        List.of(),
        DateTime.of(chain.created()),
        ProductFootprint.Status.ACTIVE,
        null,
        null,
        product.maker().name(),
        List.of(new Urn(product.maker().code())),
        words.description(),
        List.of(product.id()),
        List.of(),
        facts.name(),
        words.comment(),
        pcf(product, facts, words),
        null);
  }

  private CarbonFootprint pcf(Product product, Facts facts, Words words) {
    return new CarbonFootprint(
        new DeclaredUnit(new Quantity(BigDecimal.ONE, facts.unit()), facts.massKg()),
        new ReferencePeriod(
            DateTime.of(chain.referencePeriodStart()), DateTime.of(chain.referencePeriodEnd())),
        facts.global() ? null : new Geography.Subdivision(product.maker().subdivision()),
        values(facts, figures.of(product)),
        new Methodology(
            List.of("AR6"),
            List.of("PACT-3.0"),
            List.of(),
            words.secondarySources(),
            false,
            new CarbonCapture(false, null, null, null),
            null),
        words.descriptions(),
        figures.of(product).quality(),
        null);
  }

  private static SortedMap<PcfFigure, BigDecimal> values(Facts facts, Figure figure) {
    return new TreeMap<>(
        Map.of(
            PcfFigure.FOSSIL_GHG_EMISSIONS, figure.footprint(),
            PcfFigure.PCF_EXCLUDING_BIOGENIC_UPTAKE, figure.footprint(),
            PcfFigure.PCF_INCLUDING_BIOGENIC_UPTAKE, figure.footprint(),
            PcfFigure.FOSSIL_CARBON_CONTENT, facts.fossilCarbon().amount(),
            PcfFigure.PRIMARY_DATA_SHARE, figure.primaryDataSharePercent(),
            PcfFigure.EXEMPTED_EMISSIONS_PERCENT,
                facts.exempted().map(Exempted::percent).orElse(BigDecimal.ZERO)));
  }

  private static SortedMap<PcfComponent, BigDecimal> fossil(BigDecimal value) {
    return new TreeMap<>(Map.of(PcfComponent.FOSSIL_GHG_EMISSIONS, value));
  }
}
