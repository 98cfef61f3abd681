package io.tanlian.contracts.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DerivedStatementIdTest {
  @Test
  void the_same_texts_always_name_the_same_statement() {
    assertThat(StatementId.derivedFrom("request", "urn:lei:529900T8BM49AURSDO55", "event-1234"))
        .isEqualTo(
            StatementId.derivedFrom("request", "urn:lei:529900T8BM49AURSDO55", "event-1234"));
  }

  @Test
  void texts_that_only_join_to_the_same_name_different_statements() {
    assertThat(StatementId.derivedFrom("ab", "c")).isNotEqualTo(StatementId.derivedFrom("a", "bc"));
  }

  @Test
  void a_derived_name_is_a_uuid_of_version_8_and_variant_2() {
    StatementId id = StatementId.derivedFrom("a");

    assertThat(id.uuid().version()).isEqualTo(8);
    assertThat(id.uuid().variant()).isEqualTo(2);
    assertThat(StatementId.parse(id.value())).isEqualTo(id);
  }
}
