package io.tanlian.verifier.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.RecoveryDeclaration;
import io.tanlian.contracts.material.RecoveryStage;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.World;
import io.tanlian.verifier.material.Recoveries;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecoveryRulesTest {
  private final World world = World.ofParticipants();

  @Test
  void salts_that_hold_what_their_formulas_say_are_accepted() {
    assertThat(
            judge(
                Map.of("Ni", "200", "Li", "40"),
                Recoveries.salt("nickel", "883.106", "NiSO4.6H2O", Map.of("Ni", "197.2")),
                Recoveries.salt("lithium", "194.193", "Li2CO3", Map.of("Li", "36.48"))))
        .isEmpty();
  }

  @Test
  void a_hexahydrate_declared_as_dry_salt_is_found_out() {
    assertThat(
            judge(
                Map.of("Ni", "400"),
                Recoveries.salt("nickel", "883.106", "NiSO4.6H2O", Map.of("Ni", "334.9"))))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.isError()).isTrue();
          assertThat(finding.problem().code().code()).isEqualTo("material.composition-mismatch");
          assertThat(finding.problem().pointer())
              .isEqualTo("/credentialSubject/recovered/0/contents");
          assertThat(finding.problem().detail())
              .isEqualTo(
                  "883.106 kg of NiSO4.6H2O hold 197.2 kg of Ni, not 334.9 kg; it would fit NiSO4");
        });
  }

  @Test
  void and_so_is_a_dry_salt_that_is_a_hydrate() {
    assertThat(
            judge(
                Map.of("Li", "40"),
                Recoveries.salt("lithium", "200", "LiOH", Map.of("Li", "33.08"))))
        .extracting(finding -> finding.problem().detail())
        .containsExactly("200 kg of LiOH hold 57.96 kg of Li, not 33.08 kg; it would fit LiOH.H2O");
  }

  @Test
  void a_metal_that_the_pure_compound_does_not_hold_is_found_out() {
    assertThat(
            judge(
                Map.of("Li", "40", "Co", "5"),
                Recoveries.salt("lithium", "194.193", "Li2CO3", Map.of("Li", "36.48", "Co", "1"))))
        .extracting(finding -> finding.problem().detail())
        .containsExactly("194.193 kg of Li2CO3 hold no Co, not 1 kg");
  }

  @Test
  void a_formula_that_is_none_is_refused_with_its_place() {
    assertThat(
            judge(
                Map.of("Ni", "200"),
                Recoveries.salt("nickel", "883.106", "NiSo4", Map.of("Ni", "197.2"))))
        .extracting(
            finding -> finding.problem().code().code(), finding -> finding.problem().pointer())
        .containsExactly(
            tuple("material.formula-unknown", "/credentialSubject/recovered/0/compound"));
  }

  @Test
  void no_more_comes_out_than_went_in() {
    assertThat(
            judge(
                Map.of("Ni", "200", "Co", "60"),
                Recoveries.sold("one", Map.of("Ni", "120")),
                Recoveries.sold("other", Map.of("Ni", "81.001", "Co", "60.3"))))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.problem().code().code()).isEqualTo("material.exceeds-input");
          assertThat(finding.problem().detail())
              .isEqualTo("201.001 kg of postConsumer Ni come out, 200 kg went in");
        });
  }

  @Test
  void a_metal_that_never_went_in_cannot_come_out() {
    assertThat(judge(Map.of("Ni", "200"), Recoveries.sold("one", Map.of("Li", "0.001"))))
        .extracting(finding -> finding.problem().detail())
        .containsExactly("0.001 kg of postConsumer Li come out, 0 kg went in");
  }

  private List<Finding> judge(Map<String, String> in, Batch... outputs) {
    RecoveryDeclaration recovery = Recoveries.of(RecoveryStage.METALLURGICAL, in, outputs);
    return world.judge(world.sign(world.cathodeMaker, new Claim.Recovered(recovery)));
  }
}
