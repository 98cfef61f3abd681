package io.tanlian.contracts.statement;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static io.tanlian.contracts.problem.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.problem.ProblemCode;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedStatementTest {

  @ParameterizedTest
  @ValueSource(strings = {"a.b.c~", "a.b.c~d~", "a.b.c~d~e~f~"})
  void the_compact_form_is_kept(String compact) {
    assertThat(accepted(SignedStatement.parse(compact)).format()).isEqualTo(compact);
  }

  @Test
  void a_jwt_alone_is_a_statement_without_disclosures() {
    assertThat(accepted(SignedStatement.parse("a.b.c")))
        .isEqualTo(new SignedStatement("a.b.c", List.of()));
  }

  @Test
  void key_binding_is_refused() {
    assertThat(refused(SignedStatement.parse("a.b.c~d~e.f.g")).code())
        .isEqualTo(ProblemCode.STATEMENT_MALFORMED);
  }

  @Test
  void an_empty_disclosure_is_kept_for_the_reader_to_refuse() {
    SignedStatement declaration = StatementExamples.signed(StatementExamples.DECLARATION);
    SignedStatement signed = accepted(SignedStatement.parse(declaration.format() + "~"));
    assertThat(signed.disclosures()).endsWith("");
    assertThat(refused(StatementReader.read(signed)).code()).isEqualTo(ProblemCode.JSON_TRUNCATED);
  }

  @Test
  void disclosures_are_withheld_without_changing_the_others_or_their_order() {
    SignedStatement signed = new SignedStatement("a.b.c", List.of("d", "e", "f"));
    assertThat(signed.withDisclosures(Set.of("f", "d", "x")).format()).isEqualTo("a.b.c~d~f~");
  }

  @Test
  void each_limit_is_kept() {
    String jwt = "a".repeat(SignedStatement.jwtCharsMax);
    assertThat(accepted(SignedStatement.parse(jwt)).jwt()).isEqualTo(jwt);
    assertTooLarge(jwt + "a");
    assertTooLarge("a~" + "d".repeat(SignedStatement.disclosureCharsMax + 1) + "~");
    assertTooLarge(
        "a~"
            + String.join("~", Collections.nCopies(SignedStatement.disclosuresMax + 1, "d"))
            + "~");
    assertTooLarge("~".repeat(2_000_000));
  }

  private static void assertTooLarge(String compact) {
    assertThat(refused(SignedStatement.parse(compact)).code())
        .isEqualTo(ProblemCode.STATEMENT_TOO_LARGE);
  }
}
