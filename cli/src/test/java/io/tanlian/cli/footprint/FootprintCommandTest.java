package io.tanlian.cli.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Claims;
import io.tanlian.cli.world.Shell;
import io.tanlian.cli.world.TestExchange;
import io.tanlian.cli.world.TestExchange.Canned;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootprintCommandTest {
  private static final String GET = "GET /v1/products/urn:gtin:4712345060507/footprint";
  @TempDir private Path folder;
  private final TestExchange exchange = new TestExchange();
  private String credentials = "";

  @BeforeEach
  void open() {
    credentials =
        new Shell(folder).write("c.json", exchange.credentials().toJson().toPrettyString());
    exchange.answerNext(GET, Canned.json(200, Claims.resource("/footprint/answer.json")));
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  private Shell.Result ask(String... more) {
    return Shell.run(
        List.of("footprint", "urn:gtin:4712345060507", "--credentials", credentials), more);
  }

  @Test
  void people_read_the_total_the_three_largest_what_is_missing_or_doubtful_and_the_pins() {
    Shell.Result shown = ask();
    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out()).isEqualTo(Claims.resource("/footprint/words.txt"));
  }

  @Test
  void a_footprint_without_recycled_input_says_nothing_of_it() {
    exchange.answerNext(GET, Canned.json(200, "{\"recycled\":[],\"doubts\":[]}"));
    ask();
    assertThat(ask().out()).doesNotContain("Recycled", "Doubtful");
  }

  @Test
  void programs_get_the_answer_with_every_digit() {
    Shell.Result shown = ask("--as-of", "120", "--json");
    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out()).contains("\"61.482937465028374\"");
  }

  @Test
  void control_characters_of_a_server_do_not_reach_the_terminal() {
    exchange.answerNext(GET, Canned.json(200, "{\"product\":\"gone\\u202e\"}"));
    exchange.answerNext(GET, Canned.json(200, "{\"product\":\"\\u001b[2Jgone\"}"));
    ask();
    assertThat(ask().out()).contains("gone\uFFFD");
    Shell.Result refused = ask();
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.out() + refused.err()).doesNotContain("\u001b");
  }

  @Test
  void a_figure_with_an_exponent_is_not_written_out() {
    exchange.answerNext(
        GET,
        Canned.json(
            200, "{\"perDeclaredUnit\":{\"pcfExcludingBiogenicUptake\":\"1e2147483647\"}}"));
    ask();
    assertThat(ask().out()).contains("1e2147483647 kgCO2e");
  }
}
