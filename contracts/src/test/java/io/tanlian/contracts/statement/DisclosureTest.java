package io.tanlian.contracts.statement;

import static io.tanlian.contracts.problem.Outcomes.refused;
import static io.tanlian.contracts.statement.StatementExamples.DECLARATION;
import static io.tanlian.contracts.statement.StatementExamples.headerOf;
import static io.tanlian.contracts.statement.StatementExamples.jwt;
import static io.tanlian.contracts.statement.StatementExamples.payloadOf;
import static io.tanlian.contracts.statement.StatementExamples.read;
import static io.tanlian.contracts.statement.StatementExamples.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.json.Base64Url;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.sharing.GrantedPart;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class DisclosureTest {
  private static final String SALT = "_26bc4LT-ac6q2KI6cBW5es";
  private static final SignedStatement SIGNED = signed(DECLARATION);
  private static final String HEADER = headerOf(SIGNED);
  private static final String PAYLOAD = payloadOf(SIGNED);

  @Test
  void the_digest_is_that_of_rfc_9901_section_4_2_3() {
    String disclosure = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0";
    assertThat(Disclosure.digest(disclosure))
        .isEqualTo("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
  }

  @Nested
  class Showing_a_part {
    @Test
    void nothing_disclosed_leaves_what_everybody_may_see() {
      ReadStatement read = read(SIGNED.withDisclosures(Set.of()));
      ObjectNode claim = read.disclosedClaim();
      assertThat(read.complete()).isFalse();
      assertThat(claim.propertyNames())
          .containsExactlyInAnyOrder("productFootprint", "inputs", "directEmissions");
      assertThat(claim.path("inputs").size()).isZero();
      assertThat(claim.path("directEmissions").size()).isZero();
      assertThat(claim.at("/productFootprint/pcf").propertyNames())
          .containsExactlyInAnyOrder(
              "declaredUnitOfMeasurement",
              "declaredUnitAmount",
              "productMassPerDeclaredUnit",
              "referencePeriodStart",
              "referencePeriodEnd",
              "geographyCountry",
              "ipccCharacterizationFactors",
              "crossSectoralStandards");
    }

    @Test
    void figures_alone_say_nothing_about_inputs() {
      ReadStatement read = read(read(SIGNED).restrictTo(EnumSet.of(GrantedPart.FIGURES)));
      ObjectNode claim = read.disclosedClaim();
      assertThat(claim.at("/productFootprint/pcf/fossilGhgEmissions").stringValue())
          .isEqualTo("18.70");
      assertThat(claim.path("productFootprint"))
          .isEqualTo(DECLARATION.toJson().path("productFootprint"));
      assertThat(claim.has("output")).isFalse();
      assertThat(claim.path("inputs").size()).isZero();
      assertThat(claim.path("directEmissions").size()).isZero();
    }

    @Test
    void inputs_come_with_the_output_they_are_for() {
      ReadStatement read = read(read(SIGNED).restrictTo(EnumSet.of(GrantedPart.INPUTS)));
      ObjectNode claim = read.disclosedClaim();
      assertThat(claim.path("inputs")).isEqualTo(DECLARATION.toJson().path("inputs"));
      assertThat(claim.path("output")).isEqualTo(DECLARATION.toJson().path("output"));
      assertThat(claim.at("/productFootprint/pcf").has("fossilGhgEmissions")).isFalse();
    }

    @Test
    void a_figure_of_the_same_name_belongs_to_the_part_where_its_digest_stands() {
      ReadStatement whole = read(SIGNED);
      ReadStatement read = read(whole.restrictTo(EnumSet.of(GrantedPart.DIRECT_EMISSIONS)));
      assertThat(read.signed().disclosures()).hasSize(1);
      assertThat(read.disclosedClaim().at("/directEmissions/fossilGhgEmissions").stringValue())
          .isEqualTo("1.2");
      assertThat(read.disclosedClaim().at("/productFootprint/pcf").has("fossilGhgEmissions"))
          .isFalse();
    }

    @Test
    void the_parts_together_are_the_whole() {
      ReadStatement whole = read(SIGNED);
      assertThat(whole.restrictTo(EnumSet.allOf(GrantedPart.class))).isEqualTo(SIGNED);
      assertThat(SIGNED.disclosures()).allMatch(shown -> whole.partOf(shown).isPresent());
      assertThat(whole.partOf(member("comment", "\"of nothing here\""))).isEmpty();
    }

    @Test
    void one_input_of_two_is_shown_in_its_own_right() {
      List<String> shown =
          SIGNED.disclosures().stream()
              .filter(disclosure -> StatementExamples.decoded(disclosure).contains("kilowatt hour"))
              .toList();
      ReadStatement read = read(SIGNED.withDisclosures(shown));
      assertThat(read.disclosedClaim().path("inputs").size()).isEqualTo(1);
      assertThat(read.disclosedClaim().at("/inputs/0"))
          .isEqualTo(DECLARATION.toJson().at("/inputs/1"));
    }
  }

  @Nested
  class Refused {
    @Test
    void one_taken_from_another_statement() {
      List<String> swapped = new ArrayList<>(SIGNED.disclosures());
      swapped.set(0, signed(DECLARATION).disclosures().getFirst());
      assertCode(new SignedStatement(SIGNED.jwt(), swapped), ProblemCode.DISCLOSURE_UNMATCHED);
    }

    @Test
    void one_sent_twice() {
      assertCode(shown(SIGNED.disclosures().getFirst()), ProblemCode.DISCLOSURE_DUPLICATE);
    }

    @Test
    void one_that_was_spelled_anew() {
      String disclosure = SIGNED.disclosures().getFirst();
      String respelled = Base64Url.encode(StatementExamples.decoded(disclosure).replace(",", ", "));
      List<String> changed = new ArrayList<>(SIGNED.disclosures());
      changed.set(0, respelled);
      assertCode(new SignedStatement(SIGNED.jwt(), changed), ProblemCode.DISCLOSURE_UNMATCHED);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "[]",
          "[\"salt\"]",
          "[\"salt\",\"name\",\"value\",\"more\"]",
          "[1,\"name\",\"value\"]",
          "[\"salt\",7,\"value\"]",
          "[\"salt\",\"name\",{\"_sd\":[]}]",
          "[\"salt\",\"name\",[{\"a\":{\"...\":\"x\"}}]]"
        })
    void one_of_another_shape(String content) {
      assertCode(shown(Base64Url.encode(content)), ProblemCode.DISCLOSURE_MALFORMED);
    }

    @Test
    void one_that_is_not_strict() {
      assertCode(shown("not base64url!"), ProblemCode.DISCLOSURE_MALFORMED);
      assertCode(
          shown(Base64Url.encode("[\"salt\",\"dqi\",{\"a\":1,\"a\":2}]")),
          ProblemCode.JSON_DUPLICATE_KEY);
      assertCode(shown(Base64Url.encode("[\"salt\",\"dqi\",1] ]")), ProblemCode.JSON_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "_sd", "...", "directEmissions", "__proto__"})
    void one_of_a_member_that_must_be_visible(String name) {
      assertCode(
          added("\"productFootprint\":{", member(name, "1")), ProblemCode.DISCLOSURE_MALFORMED);
    }

    @Test
    void one_of_a_member_that_is_there_in_the_clear() {
      String payload =
          PAYLOAD.replace("\"productFootprint\":{", "\"productFootprint\":{\"comment\":\"clear\",");
      assertCode(
          new SignedStatement(jwt(HEADER, payload), SIGNED.disclosures()),
          ProblemCode.DISCLOSURE_MALFORMED);
    }

    @Test
    void a_member_disclosed_twice_with_unlike_values() {
      assertCode(
          added("\"pcf\":{", member("fossilGhgEmissions", "\"0.01\"")),
          ProblemCode.DISCLOSURE_MALFORMED);
    }

    @Test
    void a_member_where_an_element_belongs() {
      String disclosure = member("product", "\"urn:gtin:1\"");
      String payload =
          PAYLOAD.replace(
              "\"inputs\":[", "\"inputs\":[{\"...\":\"" + Disclosure.digest(disclosure) + "\"},");
      assertCode(with(payload, disclosure), ProblemCode.DISCLOSURE_MALFORMED);
    }

    @Test
    void an_element_where_a_member_belongs() {
      String disclosure = Base64Url.encode("[\"" + SALT + "\",\"1.2\"]");
      assertCode(added("\"pcf\":{", disclosure), ProblemCode.DISCLOSURE_MALFORMED);
    }

    @Test
    void a_digest_that_occurs_twice() {
      String digest = Disclosure.digest(SIGNED.disclosures().getFirst());
      assertCode(
          with(insertedDigest(PAYLOAD, "\"pcf\":{", digest)), ProblemCode.DISCLOSURE_DUPLICATE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            in the credential      | {"@context"           | {"_sd":[],"@context"
            in the schema          | "credentialSchema":{  | "credentialSchema":{"_sd":[],
            in a visible list      | ["ISO14067"]          | [{"...":"X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0"}]
            as a member            | "pcf":{               | "pcf":{"...":"X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0",
            beside other members   | "inputs":[            | "inputs":[{"...":"X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0","a":1},
            in an input's member   | "inputs":[            | "inputs":[{"_sd":["X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0"]},
            under a forged pointer | "productFootprint":{  | "productFootprint/pcf":{"_sd":["X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0"]},"productFootprint":{
            not a digest           | "inputs":[            | "inputs":[{"...":"short"},
            not a text             | "inputs":[            | "inputs":[{"...":7},
            """)
    void digests_where_nothing_may_be_withheld(String place, String from, String to) {
      assertThat(PAYLOAD).contains(from);
      assertCode(with(PAYLOAD.replace(from, to)), ProblemCode.STATEMENT_MALFORMED);
    }
  }

  private static String member(String name, String value) {
    return Base64Url.encode("[\"%s\",\"%s\",%s]".formatted(SALT, name, value));
  }

  /** The statement with one more disclosure that its JWT knows nothing of. */
  private static SignedStatement shown(String disclosure) {
    return with(PAYLOAD, disclosure);
  }

  /** The statement with one more disclosure, whose digest stands in the object named. */
  private static SignedStatement added(String object, String disclosure) {
    return with(insertedDigest(PAYLOAD, object, Disclosure.digest(disclosure)), disclosure);
  }

  private static String insertedDigest(String payload, String object, String digest) {
    int digests = payload.indexOf("\"_sd\":[", payload.indexOf(object)) + "\"_sd\":[".length();
    String inserted =
        payload.substring(0, digests) + "\"" + digest + "\"," + payload.substring(digests);
    assertThat(inserted).isNotEqualTo(payload);
    return inserted;
  }

  private static SignedStatement with(String payload, String... disclosures) {
    List<String> all =
        Stream.concat(SIGNED.disclosures().stream(), Stream.of(disclosures)).toList();
    return new SignedStatement(jwt(HEADER, payload), all);
  }

  private static void assertCode(SignedStatement forged, ProblemCode code) {
    assertThat(refused(StatementReader.read(forged)).code()).isEqualTo(code);
  }
}
