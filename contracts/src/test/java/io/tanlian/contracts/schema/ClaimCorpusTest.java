package io.tanlian.contracts.schema;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome.Accepted;
import io.tanlian.contracts.problem.Outcome.Refused;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.statement.Claim;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Good claims, named by their type, leave as they came. Bad ones are named by their defect and hold
 * {@code type}, {@code code}, {@code pointer}, a part of the {@code remedy}, and the {@code claim}.
 */
class ClaimCorpusTest {

  @TestFactory
  Stream<DynamicTest> a_good_claim_leaves_as_it_came() {
    List<String> types = Schemas.types();
    assertThat(types).hasSize(22);
    return types.stream()
        .map(type ->
            DynamicTest.dynamicTest(
                type,
                () -> {
                  JsonNode json = read(corpus("good").resolve(type + ".json"));
                  Claim claim = accepted(Claim.parse(type, json));
                  assertThat(claim.type()).isEqualTo(type);
                  assertThat((JsonNode) claim.toJson()).isEqualTo(json);
                }));
  }

  @TestFactory
  Stream<DynamicTest> a_bad_claim_is_refused_for_its_defect_only() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(corpus("bad"))) {
      files = all.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(30);
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  @Test
  void a_type_without_schema_is_refused_with_the_types_there_are() {
    assertThat(Claim.parse("Invoice", JsonNodeFactory.instance.objectNode()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.problems().toString()).contains("KeyRotated"));
  }

  private static void check(Path file) {
    JsonNode bad = read(file);
    String type = bad.get("type").asString();
    List<Problem> problems =
        switch (Claim.parse(type, bad.get("claim"))) {
          case Refused<Claim>(List<Problem> reasons) -> reasons;
          case Accepted<Claim> accepted -> throw new AssertionError("accepted: " + accepted);
        };
    assertThat(problems)
        .extracting(problem -> problem.code().code(), Problem::pointer)
        .containsExactly(tuple(bad.get("code").asString(), bad.get("pointer").asString()));
    assertThat(problems.getFirst().detail() + " " + problems.getFirst().remedy())
        .contains(bad.get("remedy").asString());
  }

  private static JsonNode read(Path file) {
    try {
      return accepted(StrictJson.parse(Files.readAllBytes(file)));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static Path corpus(String part) {
    try {
      return Path.of(
          Objects.requireNonNull(ClaimCorpusTest.class.getResource("/schema/" + part)).toURI());
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
