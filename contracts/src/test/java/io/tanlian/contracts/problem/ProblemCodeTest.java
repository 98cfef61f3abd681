package io.tanlian.contracts.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTest {

  @ParameterizedTest
  @EnumSource
  void a_code_is_an_area_and_a_name_and_is_found_by_it(ProblemCode code) {
    assertThat(code.code())
        .matches(
            "(json|schema|statement|disclosure|key|signature|reference|footprint|participant|access"
                + "|material|energy|rule-pack|connection|request|entry|log|ledger|service)"
                + "\\.[a-z]+(-[a-z]+)*");
    assertThat(ProblemCode.parse(code.code())).contains(code);
  }

  @ParameterizedTest
  @EnumSource
  void a_code_answers_with_an_error_status(ProblemCode code) {
    assertThat(code.httpStatus()).isBetween(400, 599);
  }

  @Test
  void no_two_reasons_share_a_code() {
    assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::code)).doesNotHaveDuplicates();
  }
}
