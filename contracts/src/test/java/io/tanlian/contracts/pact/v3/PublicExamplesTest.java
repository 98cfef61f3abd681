package io.tanlian.contracts.pact.v3;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** PACT's public examples of data model 3.0; they are not ours to copy, so they may be absent. */
class PublicExamplesTest {
  /** Beside the repository, or beside the directory of several clones. */
  private static final List<Path> PLACES =
      Stream.of("../../shared", "../../../shared")
          .map(place -> Path.of(place, "reference", "pact", "v3"))
          .toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void a_public_example_is_read_and_leaves_as_it_came(int number) throws IOException {
    String name = "example-" + number + ".json";
    List<Path> present = PLACES.stream().map(at -> at.resolve(name)).filter(Files::exists).toList();
    assumeTrue(!present.isEmpty(), "skipped: PACT's public " + name + " is not at " + PLACES);

    JsonNode example = accepted(StrictJson.parse(Files.readAllBytes(present.getFirst())));

    assertThat(Schemas.validate("PactProductFootprint", example)).isEmpty();
    assertThat((JsonNode) accepted(ProductFootprint.parse(example)).toJson()).isEqualTo(example);
  }
}
