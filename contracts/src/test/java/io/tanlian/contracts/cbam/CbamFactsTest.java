package io.tanlian.contracts.cbam;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static io.tanlian.contracts.problem.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CbamFactsTest {
  private static final String LEAST =
      "{\"installation\":{\"name\":\"Mill 1\"},\"cnCode\":\"76071119\",\"productionRoute\":\"Rolling\"}";

  @Test
  void the_least_is_a_name_a_code_and_a_route() {
    CbamFacts facts = accepted(parse(LEAST));
    assertThat(facts.cnCode().digits()).isEqualTo("76071119");
    assertThat(facts.isElectricity(ProductId.parse("urn:example:energy:electricity"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7607 119", "7607111", "760", "76O71119"})
  void a_code_of_another_form_is_refused(String code) {
    assertThat(refused(parse(LEAST.replace("76071119", code))).pointer()).isEqualTo("/cnCode");
  }

  @Test
  void a_place_off_the_globe_is_refused() {
    String far =
        LEAST.replace(
            "\"Mill 1\"",
            "\"Mill 1\",\"coordinates\":{\"latitude\":\"121.5\",\"longitude\":\"31.2\"}");
    assertThat(refused(parse(far)).detail()).contains("latitude", "-90 to 90");
  }

  @Test
  void a_rebate_above_the_price_is_refused() {
    String rebate =
        LEAST.replace(
            "\"cnCode\"",
            "\"carbonPrices\":[{\"country\":\"CN\",\"instrument\":\"ETS\",\"pricePerTonne\":\"1\",\"rebatePerTonne\":\"2\",\"currency\":\"CNY\"}],\"cnCode\"");
    assertThat(refused(parse(rebate)).pointer()).isEqualTo("/carbonPrices/0");
  }

  private static Outcome<CbamFacts> parse(String json) {
    return StrictJson.parse(json).then(CbamFacts::parse);
  }
}
