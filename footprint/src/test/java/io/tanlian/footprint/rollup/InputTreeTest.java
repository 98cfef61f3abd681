package io.tanlian.footprint.rollup;

import static io.tanlian.contracts.unit.Unit.KILOGRAM;
import static io.tanlian.footprint.DeclaredStep.dec;
import static io.tanlian.footprint.DeclaredStep.fossil;
import static io.tanlian.footprint.Networks.activities;
import static io.tanlian.footprint.Networks.rollUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tanlian.contracts.declaration.InputLine.Direction;
import io.tanlian.footprint.DeclaredStep;
import io.tanlian.footprint.activity.Activity;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTreeTest {
  private static final TreeLimits ALL = new TreeLimits(20, BigDecimal.ZERO);

  private static final List<Activity> CHAIN =
      activities(
          DeclaredStep.of("ore", 1).statesFossil("4"),
          DeclaredStep.of("metal", 2)
              .makes("2", KILOGRAM)
              .takes("ore", "6", KILOGRAM)
              .estimates("power", "10", KILOGRAM, fossil("0.6"))
              .emits(fossil("10")),
          DeclaredStep.of("frame", 3)
              .makes("1", KILOGRAM)
              .takes("metal", "1.1", KILOGRAM)
              .loses("metal", "0.1", KILOGRAM)
              .takes("paint", "0.01", KILOGRAM)
              .emits(fossil("5")));

  @Test
  void shows_each_input_with_its_quantity_and_burden_for_one_unit_of_the_product() {
    Branch frame = rollUp("frame", CHAIN, ALL).tree();

    assertThat(frame.total()).isEqualByComparingTo("25");
    assertThat(frame.own()).isEqualByComparingTo("5");
    assertThat(frame.branches())
        .extracting(branch -> branch.product().value().replaceFirst(".*:", ""), Branch::kind)
        .containsExactly(
            tuple("metal", Branch.Kind.COMPUTED),
            tuple("metal", Branch.Kind.COMPUTED),
            tuple("paint", Branch.Kind.MISSING));
    Branch metal = frame.branches().getFirst();
    assertThat(metal.quantity().amount()).isEqualByComparingTo("1.1");
    assertThat(metal.total()).isEqualByComparingTo("22");
    assertThat(metal.branches())
        .extracting(Branch::kind)
        .containsExactly(Branch.Kind.DECLARED, Branch.Kind.ESTIMATED);
    assertThat(metal.branches().getFirst().quantity().amount()).isEqualByComparingTo("3.3");
  }

  @Test
  void shows_what_leaves_as_a_negative_branch() {
    Branch scrap = rollUp("frame", CHAIN, ALL).tree().branches().get(1);

    assertThat(scrap.direction()).isEqualTo(Direction.OUT);
    assertThat(scrap.quantity().amount()).isEqualByComparingTo("0.1");
    assertThat(scrap.total()).isEqualByComparingTo("-2");
    assertThat(scrap.branches().getFirst().direction()).isEqualTo(Direction.OUT);
  }

  @Test
  void keeps_what_a_depth_limit_hides_in_the_rest() {
    Branch metal =
        rollUp("frame", CHAIN, new TreeLimits(1, BigDecimal.ZERO)).tree().branches().getFirst();

    assertThat(metal.branches()).isEmpty();
    assertThat(metal.own()).isEqualByComparingTo("5.5");
    assertThat(metal.rest()).isEqualByComparingTo("16.5");
  }

  @Test
  void keeps_what_a_cut_off_hides_in_the_rest_but_shows_missing_inputs() {
    Branch frame = rollUp("frame", CHAIN, new TreeLimits(20, dec("0.5"))).tree();

    assertThat(frame.branches())
        .extracting(Branch::kind)
        .containsExactly(Branch.Kind.COMPUTED, Branch.Kind.MISSING);
    assertThat(frame.rest()).isEqualByComparingTo("-2");
    assertThat(frame.branches().getFirst().rest()).isEqualByComparingTo("3.3");
  }

  @Test
  void shows_a_loop_as_a_product_below_itself_with_the_solved_totals() {
    Branch a =
        rollUp(
                "a",
                activities(
                    DeclaredStep.of("a", 1)
                        .makes("1", KILOGRAM)
                        .takes("b", "0.5", KILOGRAM)
                        .emits(fossil("3")),
                    DeclaredStep.of("b", 2).makes("1", KILOGRAM).takes("a", "0.5", KILOGRAM)),
                new TreeLimits(2, BigDecimal.ZERO))
            .tree();

    assertThat(a.total()).isEqualByComparingTo("4");
    Branch again = a.branches().getFirst().branches().getFirst();
    assertThat(again.product()).isEqualTo(a.product());
    assertThat(again.total()).isEqualByComparingTo("1");
    assertThat(again.rest()).isEqualByComparingTo("0.25");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {61, 62, 63, 64})
  void explains_every_branch_to_the_last_digit_within_its_limits(long seed) {
    Branch tree = rollUp("p0", RandomNetwork.of(seed, 25).activities(), ALL).tree();

    assertThat(count(tree)).isLessThanOrEqualTo(TreeLimits.treeBranchesMax);
    explained(tree);
  }

  @Test
  void refuses_a_tree_deeper_than_the_limit() {
    assertThatThrownBy(() -> new TreeLimits(21, BigDecimal.ZERO))
        .hasMessage("depthMax must be 0 to 20, is 21");
  }

  private static int count(Branch branch) {
    return 1 + branch.branches().stream().mapToInt(InputTreeTest::count).sum();
  }

  private static void explained(Branch branch) {
    BigDecimal sum = branch.own().add(branch.rest());
    for (Branch below : branch.branches()) {
      sum = sum.add(below.total());
      explained(below);
    }
    assertThat(sum.subtract(branch.total()).abs())
        .isLessThanOrEqualTo(dec("1e-28").multiply(BigDecimal.ONE.add(branch.total().abs())));
  }
}
