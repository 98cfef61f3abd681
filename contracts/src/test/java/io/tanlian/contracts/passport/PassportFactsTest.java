package io.tanlian.contracts.passport;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static io.tanlian.contracts.problem.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import org.junit.jupiter.api.Test;

class PassportFactsTest {

  @Test
  void nothing_has_to_be_said() {
    assertThat(accepted(parse("{}"))).isEqualTo(PassportFacts.NONE);
  }

  @Test
  void a_misspelt_field_is_named() {
    Problem problem = refused(parse("{\"batteryWeight\":\"400\"}"));
    assertThat(problem.pointer()).isEqualTo("/batteryWeight");
    assertThat(problem.remedy()).isNotEmpty();
  }

  @Test
  void a_battery_that_provides_no_energy_is_refused() {
    assertThat(refused(parse("{\"energyOverServiceLife\":\"0\"}")).detail())
        .contains("energyOverServiceLife", "above zero");
  }

  @Test
  void a_link_is_https() {
    assertThat(refused(parse("{\"carbonFootprintStudy\":\"javascript:alert(1)\"}")).pointer())
        .isEqualTo("/carbonFootprintStudy");
  }

  private static Outcome<PassportFacts> parse(String json) {
    return StrictJson.parse(json).then(PassportFacts::parse);
  }
}
