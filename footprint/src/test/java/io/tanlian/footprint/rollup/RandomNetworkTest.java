package io.tanlian.footprint.rollup;

import static io.tanlian.footprint.Networks.rollUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.contracts.unit.Quantity;
import io.tanlian.footprint.Nearly;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.activity.Input;
import io.tanlian.footprint.activity.Recipe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("In any network, loops included,")
class RandomNetworkTest {
  private static final int STEPS = 25;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void every_footprint_is_that_of_a_plain_dense_solution(long seed) {
    RandomNetwork network = RandomNetwork.of(seed, STEPS);
    double[] expected = network.denseSolution();

    for (int i = 0; i < STEPS; i++) {
      assertThat(rollUp("p" + i, network.activities()).perUnit().excludingUptake().doubleValue())
          .as("p%d, seed %d", i, seed)
          .isCloseTo(expected[i], within(1e-10 * (1 + Math.abs(expected[i]))));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14})
  void contributions_sum_to_the_total_in_every_part(long seed) {
    List<Activity> activities = RandomNetwork.of(seed, STEPS).activities();

    for (int i = 0; i < STEPS; i++) {
      RollUp rollUp = rollUp("p" + i, activities);
      Figures sum =
          rollUp.contributions().stream()
              .map(Contribution::total)
              .reduce(Figures.ZERO, Figures::plus);
      Nearly.same(sum.excludingUptake(), rollUp.perUnit().excludingUptake(), 1e-28);
      Nearly.same(sum.includingUptake(), rollUp.perUnit().includingUptake(), 1e-28);
      assertThat(sum.components().keySet()).isEqualTo(rollUp.perUnit().components().keySet());
      sum.components()
          .forEach((component, value) ->
              Nearly.same(
                  rollUp.perUnit().components().getOrDefault(component, BigDecimal.ZERO),
                  value,
                  1e-28));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23, 24})
  void totals_keep_to_the_identities_of_the_parts(long seed) {
    for (Activity activity : RandomNetwork.of(seed, STEPS).activities()) {
      Figures figures =
          rollUp(
                  activity.product().value().replaceFirst(".*:", ""),
                  RandomNetwork.of(seed, STEPS).activities())
              .perUnit();
      Nearly.same(
          PcfComponent.excludingUptake(figures.components()), figures.excludingUptake(), 1e-28);
      Nearly.same(
          PcfComponent.includingUptake(figures.components()), figures.includingUptake(), 1e-28);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33, 34})
  void the_order_of_declarations_does_not_matter(long seed) {
    List<Activity> shuffled = new ArrayList<>(RandomNetwork.of(seed, STEPS).activities());
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(rollUp("p0", shuffled))
        .isEqualTo(rollUp("p0", RandomNetwork.of(seed, STEPS).activities()));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {41, 42, 43, 44})
  void a_run_of_seven_times_the_size_has_the_same_footprint_per_unit(long seed) {
    BigDecimal seven = BigDecimal.valueOf(7);
    RandomNetwork network = RandomNetwork.of(seed, STEPS);
    List<Activity> larger =
        changed(
            network.activities(),
            recipe ->
                new Recipe(
                    scaled(recipe.output(), seven),
                    recipe.inputs().stream()
                        .map(input -> with(input, scaled(input.quantity(), seven)))
                        .toList(),
                    recipe.directEmissions().times(seven)));

    Nearly.same(
        rollUp("p0", larger).perUnit().excludingUptake(),
        rollUp("p0", network.activities()).perUnit().excludingUptake(),
        1e-28);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {51, 52, 53, 54})
  void three_times_all_emissions_are_three_times_the_footprint(long seed) {
    BigDecimal three = BigDecimal.valueOf(3);
    RandomNetwork network = RandomNetwork.of(seed, STEPS);
    List<Activity> dirtier =
        changed(
            network.activities(),
            recipe ->
                new Recipe(
                    recipe.output(), recipe.inputs(), recipe.directEmissions().times(three)));

    Nearly.same(
        rollUp("p0", dirtier).perUnit().excludingUptake(),
        rollUp("p0", network.activities()).perUnit().excludingUptake().multiply(three),
        1e-28);
  }

  private static List<Activity> changed(List<Activity> activities, UnaryOperator<Recipe> change) {
    return activities.stream()
        .map(activity ->
            new Activity(
                activity.pin(),
                activity.issuer(),
                activity.products(),
                activity.recipe().map(change),
                activity.declared(),
                activity.lapse()))
        .toList();
  }

  private static Input with(Input input, Quantity quantity) {
    return new Input(
        input.product(),
        input.direction(),
        quantity,
        input.statement(),
        input.factor(),
        input.recycled());
  }

  private static Quantity scaled(Quantity quantity, BigDecimal factor) {
    return new Quantity(quantity.amount().multiply(factor), quantity.unit());
  }
}
