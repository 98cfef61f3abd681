package io.tanlian.contracts.rulepack;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.problem.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulePacksTest {
  static List<RulePack> packs() {
    return RulePacks.all();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void every_pack_names_its_source_and_leaves_as_it_came(RulePack pack) {
    assertThat(pack.sources()).isNotEmpty();
    assertThat(pack.titleZh()).containsPattern("\\p{IsHan}");
    assertThat(accepted(RulePack.parse(pack.toJson()))).isEqualTo(pack);
    assertThat(accepted(StrictJson.parse(StrictJson.format(pack.toJson())).then(RulePack::parse)))
        .isEqualTo(pack);
  }

  @Test
  void china_judges_the_stages_apart() {
    assertThat(thresholds("cn-2025-21", Boundary.METALLURGICAL))
        .isEqualTo(Map.of("Li", "0.90", "Ni", "0.98", "Co", "0.98", "Mn", "0.98"));
    assertThat(thresholds("cn-2025-21", Boundary.DISMANTLING))
        .isEqualTo(Map.of("electrodePowder", "0.98"));
    assertThat(thresholds("cn-2025-21", Boundary.REPAIR))
        .isEqualTo(Map.of("targetMaterial", "0.99"));
  }

  @Test
  void the_eu_judges_the_whole_chain_and_recycled_content() {
    assertThat(thresholds("eu-2023-1542-2027", Boundary.WHOLE_CHAIN))
        .isEqualTo(Map.of("Co", "0.90", "Pb", "0.90", "Li", "0.50", "Ni", "0.90", "Cu", "0.90"));
    assertThat(thresholds("eu-2023-1542-2031", Boundary.WHOLE_CHAIN))
        .isEqualTo(Map.of("Co", "0.95", "Pb", "0.95", "Li", "0.80", "Ni", "0.95", "Cu", "0.95"));
    assertThat(thresholds("eu-2023-1542-2031", Boundary.ACTIVE_MATERIALS))
        .isEqualTo(Map.of("Co", "0.16", "Li", "0.06", "Ni", "0.06"));
    assertThat(thresholds("eu-2023-1542-2036", Boundary.ACTIVE_MATERIALS))
        .isEqualTo(Map.of("Co", "0.26", "Li", "0.12", "Ni", "0.15"));
    assertThat(thresholds("eu-2023-1542-2036", Boundary.PRODUCT)).isEqualTo(Map.of("Pb", "0.85"));
  }

  @Test
  void china_s_targets_for_materials_and_electricity_are_national_and_say_so() {
    assertThat(thresholds("cn-2025-21-materials", Boundary.PRODUCT))
        .isEqualTo(Map.of("steel", "0.22", "aluminium", "0.25", "copper", "0.30"));
    assertThat(thresholds("cn-2025-21-energy", Boundary.STEP))
        .isEqualTo(Map.of("aluminium", "0.30"));
    assertThat(pack("cn-2025-21-materials").applies())
        .contains("national targets", "no limits for a product");
    assertThat(pack("cn-2025-21-energy").applies())
        .contains("national target", "no limit for a product");
  }

  @Test
  void a_pack_knows_what_it_sets_thresholds_for() {
    assertThat(pack("eu-2023-1542-2031").sets(Indicator.RECOVERY_RATE)).isTrue();
    assertThat(pack("eu-2023-1542-2031").sets(Indicator.RECYCLED_CONTENT)).isTrue();
    assertThat(pack("eu-2023-1542-2027").sets(Indicator.RECYCLED_CONTENT)).isFalse();
  }

  @Test
  void a_threshold_above_one_is_refused_with_its_place() {
    String percent =
        StrictJson.format(RulePacks.all().getFirst().toJson()).replace("\"0.90\"", "\"90\"");
    assertThat(StrictJson.parse(percent).then(RulePack::parse))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused ->
                assertThat(refused.problems().toString()).contains("/criteria/1", "at most 1"));
  }

  private static Map<String, String> thresholds(String id, Boundary boundary) {
    return pack(id).criteria().stream()
        .filter(criterion -> criterion.boundary() == boundary)
        .collect(
            Collectors.toMap(
                criterion -> criterion.material().code(),
                criterion -> criterion.atLeast().toPlainString()));
  }

  private static RulePack pack(String id) {
    return RulePacks.all().stream().filter(pack -> pack.id().equals(id)).findFirst().orElseThrow();
  }
}
