package io.tanlian.contracts.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:uscc:91350100M000100Y43",
        "urn:lei:506700GE1G29325QX363",
        "did:web:carbon.example.com",
        "did:web:localhost%3A8443",
        "did:web:example.com:plants:ningde",
        "did:web:xn--fsq.example"
      })
  void a_participant_is_written_as_it_was_read(String value) {
    assertThat(ParticipantId.parse(value).value()).isEqualTo(value);
    assertThat(ParticipantId.parse(value)).isEqualTo(ParticipantId.parse(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "urn:uscc:",
        "URN:USCC:91350100M000100Y43",
        "urn:lei:506700ge1g29325qx363",
        "urn:duns:123456789",
        "did:key:z6Mk",
        "did:web:",
        "did:web:Example.com",
        "did:web:192.0.2.1",
        "did:web:example.com%3A0",
        "did:web:example..com",
        "did:web:-example.com",
        "did:web:example.com/path",
        "did:web:example.com:",
        "did:web:example.com\n"
      })
  void what_names_no_participant_is_refused(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> ParticipantId.parse(value));
  }

  @Test
  void a_refusal_quotes_only_the_beginning_of_a_long_value_without_control_characters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParticipantId.parse("\u001b[31m" + "x".repeat(100_000)))
        .withMessageContaining("100005 characters")
        .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(300))
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\u001b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:gtin:4712345060507",
        "URN:GTIN:4712345060507",
        "urn:pact:sample.com:product-id:44055-9c05bc35-68f8",
        "urn:example:a/b%20c"
      })
  void a_product_is_written_as_it_was_read(String value) {
    assertThat(ProductId.parse(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gtin:4712345060507",
        "urn:x:1",
        "urn:gtin:",
        "urn:gtin:/1",
        "urn:gtin:1 2",
        "urn:-x-:1",
        "urn:example:a%2",
        "urn:example:电池",
        "urn:example:a?+b",
        "urn:example:a\n"
      })
  void what_is_no_urn_names_no_product(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> ProductId.parse(value));
  }

  @Test
  void a_urn_has_at_most_256_characters() {
    String longest = "urn:example:" + "x".repeat(244);
    assertThat(new Urn(longest).value()).hasSize(256);
    assertThatIllegalArgumentException().isThrownBy(() -> new Urn(longest + "x"));
  }

  /**
   * RFC 8141, section 3.2: the first three examples are equivalent, the case of the name counts.
   */
  @Test
  void equivalent_urns_name_the_same_product() {
    ProductId product = ProductId.parse("urn:example:a123%2cz456");
    assertThat(product.names(ProductId.parse("URN:EXAMPLE:a123%2Cz456"))).isTrue();
    assertThat(product.names(ProductId.parse("urn:example:A123%2Cz456"))).isFalse();
    assertThat(product.names(ProductId.parse("urn:example:a123,z456"))).isFalse();
  }

  @Test
  void a_gtin_is_offered_only_if_its_check_digit_is_right() {
    assertThat(ProductId.parse("URN:gtin:4712345060507").gtin())
        .contains(new Gtin("4712345060507"));
    assertThat(ProductId.parse("urn:gtin:5695872369587").gtin()).isEmpty();
    assertThat(ProductId.parse("urn:example:4712345060507").gtin()).isEmpty();
  }

  @Test
  void a_statement_has_one_spelling() {
    String value = "urn:uuid:0192d3a4-5b6c-7d8e-9f01-23456789abcd";
    assertThat(StatementId.parse(value))
        .isEqualTo(new StatementId(UUID.fromString("0192d3a4-5b6c-7d8e-9f01-23456789abcd")))
        .hasToString(value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatementId.parse("urn:uuid:0192D3A4-5b6c-7d8e-9f01-23456789abcd"));
    assertThatIllegalArgumentException().isThrownBy(() -> StatementId.parse("urn:uuid:1-2-3-4-5"));
  }
}
