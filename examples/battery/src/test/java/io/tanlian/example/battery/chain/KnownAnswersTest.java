package io.tanlian.example.battery.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnownAnswersTest {
  private static final double PACK_KWH = 80;

  private static final Map<String, List<String>> REFERENCE_STEPS =
      Map.of(
          "recycled-nickel-sulfate", List.of("recycled-salts"),
          "recycled-lithium-carbonate", List.of("recycled-salts"),
          "recycled-lithium-hydroxide", List.of("recycled-lithium-hydroxide"),
          "precursor", List.of("precursor-ncm811"),
          "cathode", List.of("cathode-ncm811"),
          "copper-foil", List.of("copper-foil"),
          "aluminium-foil", List.of("aluminium-foil"),
          "electrolyte", List.of("electrolyte"),
          "cell", List.of("cell", "bought-in-cell-parts"),
          "pack", List.of("pack-80kwh"));

  private final Chain chain = Chain.read();
  private final KnownAnswers reference = KnownAnswers.read();

  @ParameterizedTest
  @EnumSource
  void footprints_recomputed_from_the_inputs_are_the_known_answers(Scenario scenario) {
    Map<Product, Double> footprints = ByHand.footprints(chain, scenario);
    Map<String, Double> computed = new LinkedHashMap<>();
    footprints.forEach((product, footprint) -> computed.put(product.step(), footprint));
    computed.put("pack per kWh", Objects.requireNonNull(computed.get("pack")) / PACK_KWH);

    reference
        .of(scenario)
        .forEach((step, answer) ->
            assertThat(computed.get(step)).as(step).isCloseTo(answer.doubleValue(), within(1e-9)));
  }

  @ParameterizedTest
  @EnumSource
  void each_step_adds_up_to_the_reference_chain(Scenario scenario) {
    Map<String, Map<String, BigDecimal>> expected =
        scenario == Scenario.PRIMARY ? reference.withoutLoop() : reference.withLoop();
    for (Product product : chain.products(scenario)) {
      List<String> names = REFERENCE_STEPS.get(product.step());
      if (names != null) {
        double perUnit =
            names.stream().mapToDouble(name -> total(expected, name)).sum()
                / amount(expected, names.getFirst());
        assertThat(ownAndBoughtIn(product))
            .as(product.id().value())
            .isCloseTo(perUnit, within(1e-9));
      }
    }
  }

  @Test
  void carrying_the_scrap_s_burden_around_the_loop_changes_neither_cells_nor_packs() {
    Map<Product, Double> cutOff = ByHand.footprints(chain, Scenario.RECYCLED_CUT_OFF);
    Map<Product, Double> burden = ByHand.footprints(chain, Scenario.RECYCLED_BURDEN);
    for (String step : List.of("cell", "pack")) {
      assertThat(burden.get(chain.product(step, Scenario.RECYCLED_BURDEN)))
          .isCloseTo(
              Objects.requireNonNull(cutOff.get(chain.product(step, Scenario.RECYCLED_CUT_OFF))),
              within(1e-10));
    }
    assertThat(burden.get(chain.product("cathode", Scenario.RECYCLED_BURDEN)))
        .isGreaterThan(
            1
                + Objects.requireNonNull(
                    cutOff.get(chain.product("cathode", Scenario.RECYCLED_CUT_OFF))));
  }

  /** Without what comes from steps that the reference chain has too. */
  private double ownAndBoughtIn(Product product) {
    Facts.Itemised itemised = (Facts.Itemised) chain.facts(product).making();
    double own = 0;
    for (Flow flow : itemised.inputs()) {
      own += (flow.leaves() ? -1 : 1) * flow.amount().doubleValue() * boughtIn(flow);
    }
    for (Flow.OfFactor flow : itemised.direct()) {
      own += flow.amount().doubleValue() * boughtIn(flow);
    }
    return own;
  }

  private double boughtIn(Flow flow) {
    return switch (flow) {
      case Flow.OfFactor input -> input.factor().value().doubleValue();
      case Flow.OfProduct input ->
          chain.facts(input.product()).making() instanceof Facts.AsPublished(Published published)
              ? published.value().doubleValue()
              : 0;
    };
  }

  private static double total(Map<String, Map<String, BigDecimal>> steps, String name) {
    Map<String, BigDecimal> step = Objects.requireNonNull(steps.get(name));
    return step.entrySet().stream()
        .filter(figure -> !figure.getKey().equals("output"))
        .mapToDouble(figure -> figure.getValue().doubleValue())
        .sum();
  }

  private static double amount(Map<String, Map<String, BigDecimal>> steps, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(steps.get(name)).get("output"))
        .doubleValue();
  }
}
