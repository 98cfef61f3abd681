package io.tanlian.footprint.rollup;

import static io.tanlian.footprint.Networks.perUnit;
import static io.tanlian.footprint.Networks.rollUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tanlian.contracts.declaration.RecycledInput;
import io.tanlian.footprint.Nearly;
import io.tanlian.footprint.RecycledInputs;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.activity.Input;
import io.tanlian.footprint.activity.Recipe;
import io.tanlian.footprint.recycling.InputBurden;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("In any network with recycled inputs, loops included,")
class RecycledNetworkTest {
  private static final int STEPS = 25;

  /** Every loop of the networks loses two fifths a turn at least, so that this is far enough. */
  private static final int TURNS = 400;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void every_footprint_is_what_its_formulas_settle_at(long seed) {
    List<Activity> activities = recycled(seed, RecycledNetworkTest::either);
    double[] settled = settled(activities);

    for (int i = 0; i < STEPS; i++) {
      assertThat(perUnit("p" + i, activities).doubleValue())
          .as("p%d, seed %d", i, seed)
          .isCloseTo(settled[i], within(1e-10 * (1 + Math.abs(settled[i]))));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14})
  void contributions_sum_to_the_total_and_the_tree_explains_it(long seed) {
    List<Activity> activities = recycled(seed, RecycledNetworkTest::either);

    for (int i = 0; i < STEPS; i++) {
      RollUp rollUp = rollUp("p" + i, activities);
      BigDecimal total = rollUp.perUnit().excludingUptake();
      BigDecimal sum =
          rollUp.contributions().stream()
              .map(contribution -> contribution.total().excludingUptake())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      Nearly.same(sum, total, 1e-27);
      Branch tree = rollUp.tree();
      BigDecimal explained = tree.own().add(tree.rest());
      for (Branch branch : tree.branches()) {
        explained = explained.add(branch.total());
      }
      Nearly.same(explained, total, 1e-27);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23, 24})
  void cff_with_an_allocation_factor_of_one_gives_the_footprints_of_cut_off(long seed) {
    List<Activity> cutOff =
        recycled(seed, random -> RecycledInputs.cutOff(share(random), burden(random)));
    List<Activity> cff =
        recycled(seed, random -> RecycledInputs.cff(share(random), burden(random), "1", "0.9"));

    for (int i = 0; i < STEPS; i++) {
      Nearly.same(perUnit("p" + i, cff), perUnit("p" + i, cutOff), 1e-30);
    }
  }

  private static List<Activity> recycled(long seed, Function<Random, RecycledInput> part) {
    Random random = new Random(seed);
    return RandomNetwork.of(seed, STEPS).activities().stream()
        .map(activity ->
            new Activity(
                activity.pin(),
                activity.issuer(),
                activity.products(),
                activity.recipe().map(recipe -> recycled(recipe, part, random)),
                activity.declared(),
                activity.lapse()))
        .toList();
  }

  private static Recipe recycled(
      Recipe recipe, Function<Random, RecycledInput> part, Random random) {
    return new Recipe(
        recipe.output(),
        recipe.inputs().stream()
            .map(input ->
                random.nextBoolean()
                    ? input
                    : new Input(
                        input.product(),
                        input.direction(),
                        input.quantity(),
                        input.statement(),
                        input.factor(),
                        Optional.of(part.apply(random))))
            .toList(),
        recipe.directEmissions());
  }

  private static RecycledInput either(Random random) {
    return random.nextBoolean()
        ? RecycledInputs.cutOff(share(random), burden(random))
        : RecycledInputs.cff(
            share(random),
            burden(random),
            share(random),
            share(random),
            RecycledInputs.endOfLife(share(random), burden(random), burden(random), share(random)));
  }

  /** Footprints per unit in doubles: every formula applied to the last turn's footprints. */
  private static double[] settled(List<Activity> activities) {
    double[] footprints = new double[STEPS];
    for (int turn = 0; turn < TURNS; turn++) {
      double[] next = new double[STEPS];
      for (int i = 0; i < STEPS; i++) {
        Recipe recipe = activities.get(i).recipe().orElseThrow();
        double burden = recipe.directEmissions().excludingUptake().doubleValue();
        for (Input input : recipe.inputs()) {
          int supplier = Integer.parseInt(input.product().value().replaceFirst(".*:p", ""));
          BigDecimal each = BigDecimal.valueOf(footprints[supplier]);
          Figures one = InputBurden.of(input).of(new Figures(Map.of(), each, each), BigDecimal.ONE);
          burden += one.excludingUptake().doubleValue() * input.quantity().amount().doubleValue();
        }
        next[i] = burden / recipe.output().amount().doubleValue();
      }
      footprints = next;
    }
    return footprints;
  }

  private static String share(Random random) {
    return BigDecimal.valueOf(1 + random.nextInt(1_000), 3).toPlainString();
  }

  private static String burden(Random random) {
    return BigDecimal.valueOf(1 + random.nextInt(5_000), 2).toPlainString();
  }
}
