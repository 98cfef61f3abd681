package io.tanlian.footprint.rollup;

import static io.tanlian.contracts.unit.Unit.KILOGRAM;
import static io.tanlian.footprint.DeclaredStep.dec;
import static io.tanlian.footprint.DeclaredStep.fossil;
import static io.tanlian.footprint.Networks.activities;
import static io.tanlian.footprint.Networks.perUnit;
import static io.tanlian.footprint.Networks.refusal;
import static io.tanlian.footprint.Networks.rollUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.footprint.DeclaredStep;
import io.tanlian.footprint.Nearly;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.network.Refusal;
import io.tanlian.footprint.network.Solver;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopTest {

  private static DeclaredStep step(String product, long index, String emissions) {
    return DeclaredStep.of(product, index).makes("1", KILOGRAM).emits(fossil(emissions));
  }

  @Test
  void two_steps_that_need_each_other_have_the_footprint_of_the_exact_solution() {
    // a = 1 + 0.2 b and b = 2 + 0.5 a, so that a = 14/9 and b = 25/9.
    List<Activity> loop =
        activities(
            step("a", 1, "1").takes("b", "0.2", KILOGRAM),
            step("b", 2, "2").takes("a", "0.5", KILOGRAM));

    Nearly.same(perUnit("a", loop).multiply(dec("9")), dec("14"), 1e-32);
    Nearly.same(perUnit("b", loop).multiply(dec("9")), dec("25"), 1e-32);
  }

  @Test
  void contributions_of_a_loop_count_all_its_turns() {
    // One a needs 1/(1 - 0.1) a in all, and 0.2 times as much b.
    RollUp a =
        rollUp(
            "a",
            step("a", 1, "1").takes("b", "0.2", KILOGRAM),
            step("b", 2, "2").takes("a", "0.5", KILOGRAM));

    assertThat(a.contributions()).hasSize(2);
    Nearly.same(a.contributions().get(0).amount().multiply(dec("9")), dec("10"), 1e-32);
    Nearly.same(a.contributions().get(1).amount().multiply(dec("9")), dec("2"), 1e-32);
  }

  @Test
  void a_step_may_use_some_of_its_own_product() {
    assertThat(
            perUnit("power", activities(step("power", 1, "0.9").takes("power", "0.1", KILOGRAM))))
        .isEqualByComparingTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "2.5", "1000"})
  void a_loop_that_makes_no_more_than_it_uses_is_refused_by_the_names_of_its_products(
      String amount) {
    Refusal refusal =
        refusal(
            "pack",
            step("a", 1, "1").takes("b", "0.5", KILOGRAM),
            step("b", 2, "2").takes("a", amount, KILOGRAM),
            step("pack", 3, "1").takes("a", "1", KILOGRAM));

    assertThat(refusal)
        .isEqualTo(
            new Refusal.UnproductiveLoop(
                List.of(DeclaredStep.product("a"), DeclaredStep.product("b"))));
    assertThat(refusal.words())
        .isEqualTo(
            "the loop of urn:pact:example.org:product:a, urn:pact:example.org:product:b uses up more than it makes");
  }

  @Test
  void a_step_that_uses_all_it_makes_is_refused() {
    assertThat(refusal("power", step("power", 1, "1").takes("power", "1", KILOGRAM)))
        .isInstanceOf(Refusal.UnproductiveLoop.class);
  }

  @Test
  void a_loop_that_barely_makes_more_than_it_uses_is_solved() {
    List<Activity> loop =
        activities(
            step("a", 1, "1").takes("b", "1", KILOGRAM),
            step("b", 2, "0").takes("a", "0.999999", KILOGRAM));

    Nearly.same(perUnit("a", loop), dec("1000000"), 1e-25);
  }

  @Test
  void a_loop_of_more_activities_than_are_solved_at_once_is_refused_with_the_limit() {
    int size = Solver.loopActivitiesMax + 1;

    Refusal refusal = refusal("p0", ring(size));

    assertThat(refusal)
        .isInstanceOfSatisfying(
            Refusal.LoopTooLarge.class,
            tooLarge -> {
              assertThat(tooLarge.products()).hasSize(size);
              assertThat(tooLarge.activitiesMax()).isEqualTo(Solver.loopActivitiesMax);
            });
    assertThat(refusal.words())
        .startsWith("201 products need each other, at most 200")
        .endsWith("and others");
  }

  @Test
  void the_largest_loop_allowed_is_solved() {
    // Every turn of the ring halves the amount: p = 1 + p/2 all around.
    Nearly.same(perUnit("p0", activities(ring(Solver.loopActivitiesMax))), dec("2"), 1e-30);
  }

  private static DeclaredStep[] ring(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> step("p" + i, i, "1").takes("p" + (i + 1) % size, "0.5", KILOGRAM))
        .toArray(DeclaredStep[]::new);
  }
}
