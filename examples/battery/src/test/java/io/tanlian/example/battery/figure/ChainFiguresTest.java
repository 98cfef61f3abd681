package io.tanlian.example.battery.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.KnownAnswers;
import io.tanlian.example.battery.chain.Product;
import io.tanlian.example.battery.chain.Scenario;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChainFiguresTest {
  private static final BigDecimal PACK_KWH = BigDecimal.valueOf(80);

  private final Chain chain = Chain.read();
  private final ChainFigures figures = ChainFigures.of(chain);

  @ParameterizedTest
  @EnumSource
  void the_roll_up_gives_the_known_answers(Scenario scenario) {
    KnownAnswers.read()
        .of(scenario)
        .forEach((step, answer) ->
            assertThat(footprint(step, scenario))
                .as(step)
                .isCloseTo(answer, within(new BigDecimal("1e-6"))));
  }

  @Test
  void published_figures_are_declared_as_they_are() {
    Product lithium = chain.product("lithium-hydroxide", Scenario.PRIMARY);
    assertThat(figures.of(lithium).footprint()).isEqualByComparingTo("17.237");
    assertThat(figures.of(lithium).primaryDataSharePercent()).isEqualByComparingTo("0");
    assertThat(figures.of(lithium).quality().geographical()).isEqualByComparingTo("4");
  }

  @Test
  void only_what_a_company_emits_itself_counts_as_primary_data() {
    Product foil = chain.product("aluminium-foil", Scenario.PRIMARY);
    // 3 MJ of gas: 0.1683 of 18.52405 kgCO2e
    assertThat(figures.of(foil).primaryDataSharePercent()).isEqualByComparingTo("0.91");
    Product copper = chain.product("copper-foil", Scenario.PRIMARY);
    assertThat(figures.of(copper).primaryDataSharePercent()).isEqualByComparingTo("0");
  }

  @Test
  void ratings_are_weighted_by_emissions() {
    Product copper = chain.product("copper-foil", Scenario.PRIMARY);
    // copper 4.182 rated 3, electricity 4.3435 rated 2, truck 0.1 rated 3, of 8.6255
    assertThat(figures.of(copper).quality().technological()).isEqualByComparingTo("2.50");
  }

  private BigDecimal footprint(String step, Scenario scenario) {
    return step.equals("pack per kWh")
        ? figures.of(chain.product("pack", scenario)).footprint().divide(PACK_KWH)
        : figures.of(chain.product(step, scenario)).footprint();
  }
}
