package io.tanlian.contracts.json;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static io.tanlian.contracts.problem.Outcomes.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StrictJsonTest {

  /** Each file is named by its defect and lies in a directory named by the code it must get. */
  @TestFactory
  Stream<DynamicTest> a_defect_gets_its_code() throws IOException, URISyntaxException {
    Path corpus =
        Path.of(Objects.requireNonNull(StrictJsonTest.class.getResource("/json/bad")).toURI());
    List<Path> files;
    try (Stream<Path> all = Files.walk(corpus)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(50);
    return files.stream()
        .map(file ->
            DynamicTest.dynamicTest(
                corpus.relativize(file).toString(),
                () ->
                    assertThat(refused(StrictJson.parse(Files.readAllBytes(file))).code())
                        .hasToString(
                            Objects.requireNonNull(file.getParent()).getFileName().toString())));
  }

  @Test
  void a_problem_names_the_place() {
    Problem problem = refused(StrictJson.parse("{\"a\":[1,\n {\"b\":\"x\",\n  \"b\":\"y\"}]}"));
    assertThat(problem.code()).isEqualTo(ProblemCode.JSON_DUPLICATE_KEY);
    assertThat(problem.pointer()).isEqualTo("/a/1/b");
    assertThat(problem.detail()).contains("\"b\"").contains("line 3, column ");
  }

  @Test
  void a_control_character_in_a_text_is_refused_at_its_place() {
    Problem problem = refused(StrictJson.parse("{\"a\":[1,{\"name\":\"Works\\u0000\"}]}"));
    assertThat(problem.code()).isEqualTo(ProblemCode.JSON_NOT_STRICT);
    assertThat(problem.pointer()).isEqualTo("/a/1/name");
    assertThat(problem.detail()).contains("U+0000");
    assertThat(problem.remedy()).contains("Remove it");
  }

  @Test
  void a_control_character_in_a_name_is_refused_and_not_repeated() {
    Problem problem = refused(StrictJson.parse("{\"a\":{\"n\\u0000\":1}}"));
    assertThat(problem.code()).isEqualTo(ProblemCode.JSON_NOT_STRICT);
    assertThat(problem.pointer()).isEqualTo("/a");
    assertThat(problem.detail()).contains("U+0000").doesNotContain("\0");
  }

  @Test
  void a_text_may_have_lines_and_tabs() {
    assertThat(accepted(StrictJson.parse("\"a\\tb\\r\\nc\"")).stringValue()).isEqualTo("a\tb\r\nc");
  }

  @Test
  void what_follows_a_defect_does_not_hide_it() {
    assertThat(refused(StrictJson.parse("{\"a\":1,\"a\":2")).code())
        .isEqualTo(ProblemCode.JSON_DUPLICATE_KEY);
  }

  @Test
  void numbers_are_read_exactly() {
    JsonNode numbers =
        accepted(StrictJson.parse("[9007199254740993, 0.1234567890123456789, 1.50, 1e-400]"));
    assertThat(StrictJson.format(numbers))
        .isEqualTo("[9007199254740993,0.1234567890123456789,1.50,1E-400]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "\"\"",
        "-0.5",
        "{\"a\":{\"a\":{\"a\":[]}},\"b\":[{\"a\":true},{\"a\":false},null]}",
        "[\"碳链\",\"\uD83D\uDE00\"]"
      })
  void what_is_read_is_written_back_alike(String json) {
    assertThat(StrictJson.format(accepted(StrictJson.parse(json.getBytes(UTF_8))))).isEqualTo(json);
  }

  @Test
  void an_escaped_surrogate_pair_is_one_character() {
    assertThat(accepted(StrictJson.parse("\"\\ud83d\\ude00\"")).stringValue())
        .isEqualTo("\uD83D\uDE00");
  }

  @Test
  void the_deepest_nesting_allowed_is_read() {
    String deepest = "[".repeat(StrictJson.depthMax) + "]".repeat(StrictJson.depthMax);
    assertThat(StrictJson.format(accepted(StrictJson.parse(deepest)))).isEqualTo(deepest);
  }

  @Test
  void a_document_beyond_the_limit_is_not_even_decoded() {
    byte[] tooLarge = new byte[StrictJson.documentBytesMax + 1];
    assertThat(refused(StrictJson.parse(tooLarge)).code()).isEqualTo(ProblemCode.JSON_TOO_LARGE);
  }
}
