package io.tanlian.example.battery.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tanlian.contracts.declaration.InputLine;
import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.contracts.pact.v3.PcfFigure;
import io.tanlian.contracts.schema.Schemas;
import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.Product;
import io.tanlian.example.battery.chain.Scenario;
import io.tanlian.example.battery.figure.ChainFigures;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclarationsTest {
  private final Chain chain = Chain.read();
  private final Declarations declarations = new Declarations(chain, ChainFigures.of(chain));

  @Test
  void every_declaration_keeps_its_schema() {
    for (Product product : chain.products()) {
      assertThat(Schemas.validate("ProductFootprintDeclaration", declarations.of(product).toJson()))
          .as(product.id().value())
          .isEmpty();
    }
  }

  @Test
  void every_declaration_says_that_it_is_fictional_where_its_figures_come_from_and_no_more() {
    for (Product product : chain.products()) {
      ProductFootprintDeclaration declaration = declarations.of(product);
      assertThat(declaration.footprint().comment())
          .contains("does not exist", "nobody verified", "Sources: ", "[K]");
      assertThat(declaration.footprint().companyName()).endsWith("(fictional)");
      assertThat(declaration.footprint().pcf().verification()).isNull();
    }
  }

  @Test
  void the_pack_compares_itself_with_published_totals() {
    assertThat(of("pack", Scenario.PRIMARY).footprint().comment())
        .contains("59 / 74 / 115 kgCO2e per kWh");
  }

  @Test
  void statements_are_referred_to_after_they_are_made_and_always_where_they_can_be() {
    Set<StatementId> made = new HashSet<>();
    Map<String, Product> byId = new HashMap<>();
    chain.products().forEach(product -> byId.put(product.id().value(), product));
    for (Product product : chain.products()) {
      for (InputLine line : declarations.of(product).inputs()) {
        Product supplied = byId.get(line.product().value());
        if (supplied == null) {
          assertThat(line.emissionFactor()).as(line.product().value()).isNotNull();
          assertThat(line.statement()).isNull();
        } else if (line.statement() == null) {
          assertThat(product.maker().key()).isEqualTo("recycler");
          assertThat(supplied).isEqualTo(chain.product("cathode", Scenario.RECYCLED_BURDEN));
        } else {
          assertThat(made).contains(line.statement());
          assertThat(line.statement()).isEqualTo(Names.declaration(supplied));
        }
      }
      made.add(Names.declaration(product));
    }
  }

  @Test
  void each_figure_follows_from_its_own_inputs_and_its_suppliers_declared_figures() {
    Map<String, BigDecimal> declared = new HashMap<>();
    for (Product product : chain.products()) {
      declared.put(product.id().value(), fossil(declarations.of(product)));
    }
    for (Product product : chain.products()) {
      ProductFootprintDeclaration declaration = declarations.of(product);
      if (declaration.output() != null) {
        BigDecimal sum = declaration.directEmissions().get(PcfComponent.FOSSIL_GHG_EMISSIONS);
        for (InputLine line : declaration.inputs()) {
          BigDecimal each =
              line.emissionFactor() == null
                  ? declared.get(line.product().value())
                  : line.emissionFactor().values().get(PcfComponent.FOSSIL_GHG_EMISSIONS);
          BigDecimal burden = line.quantity().amount().multiply(Objects.requireNonNull(each));
          sum =
              Objects.requireNonNull(sum)
                  .add(line.direction() == InputLine.Direction.OUT ? burden.negate() : burden);
        }
        BigDecimal figure = fossil(declaration);
        assertThat(sum)
            .as(product.id().value())
            .isCloseTo(figure, within(figure.movePointLeft(ChainFigures.FOOTPRINT_DIGITS - 1)));
      }
    }
  }

  @Test
  void the_cell_plant_s_scrap_leaves_with_the_cathode_s_burden_in_one_scenario_only() {
    assertThat(scrapOf(Scenario.RECYCLED_BURDEN).product())
        .isEqualTo(chain.product("cathode", Scenario.RECYCLED_BURDEN).id());
    assertThat(scrapOf(Scenario.RECYCLED_CUT_OFF).emissionFactor()).isNotNull();
    assertThat(scrapOf(Scenario.PRIMARY).emissionFactor()).isNotNull();
  }

  private InputLine scrapOf(Scenario scenario) {
    return of("cell", scenario).inputs().stream()
        .filter(line -> line.direction() == InputLine.Direction.OUT)
        .findFirst()
        .orElseThrow();
  }

  private ProductFootprintDeclaration of(String step, Scenario scenario) {
    return declarations.of(chain.product(step, scenario));
  }

  private static BigDecimal fossil(ProductFootprintDeclaration declaration) {
    return declaration.footprint().pcf().figure(PcfFigure.FOSSIL_GHG_EMISSIONS).orElseThrow();
  }
}
