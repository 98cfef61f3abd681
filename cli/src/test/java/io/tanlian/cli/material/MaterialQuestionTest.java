package io.tanlian.cli.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Claims;
import io.tanlian.cli.world.Readings;
import io.tanlian.cli.world.Shell;
import io.tanlian.cli.world.TestExchange;
import io.tanlian.cli.world.TestExchange.Canned;
import io.tanlian.contracts.json.StrictJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command that asks, over real HTTPS, with the answers of an exchange as files. */
class MaterialQuestionTest {
  private static final String STATEMENT = "urn:uuid:0192f1c4-8d3e-7000-8000-000000000102";
  private static final String CLAIM = "urn:uuid:0192f1c4-8d3e-7000-8000-000000000009";
  private static final String SITE = "urn:example:precursor:site:1";
  private static final String BATTERY = "https://passport.example/9f2c";

  @TempDir private Path folder;
  private final TestExchange exchange = new TestExchange();
  private String credentials = "";

  @BeforeEach
  void open() {
    credentials =
        new Shell(folder).write("c.json", exchange.credentials().toJson().toPrettyString());
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  private void answers(String path, String resource) {
    exchange.answerNext("GET " + path, Canned.json(200, Claims.resource(resource)));
  }

  private Shell.Result ask(String... words) {
    return Shell.run(List.of("material"), with(words));
  }

  private String[] with(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--credentials", credentials));
    return all.toArray(String[]::new);
  }

  @Nested
  class Batches {
    @Test
    void people_read_what_was_brought_and_what_is_left() {
      answers("/v1/batches", "/material/batches.json");
      Shell.Result shown = ask("batches", STATEMENT, "--as-of", "120");
      assertThat(shown.exitCode()).as(shown.err()).isZero();
      assertThat(shown.out()).isEqualTo(Claims.resource("/material/batches.txt"));
      assertThat(exchange.lastQuery()).isEqualTo("statement=" + STATEMENT + "&asOf=120");
    }

    @Test
    void what_was_undone_is_said_to_be() {
      exchange.answerNext(
          "GET /v1/batches",
          Canned.json(
              200,
              Claims.resource("/material/batches.json")
                  .replace("\"batches\"", "\"correctedAt\": 60, \"batches\"")));
      assertThat(ask("batches", STATEMENT).out()).contains("Undone by the entry at index 60");
    }

    @Test
    void an_unknown_statement_is_not_found() {
      exchange.answerNext(
          "GET /v1/batches", Canned.json(404, Claims.resource("/material/not-found.json")));
      Shell.Result refused = ask("batches", STATEMENT);
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.out())
          .startsWith("Not found:")
          .contains("brought no batch. [request.not-found]", "asOf may be before it");
    }
  }

  @Nested
  class Traces {
    @Test
    void people_read_the_way_tier_by_tier() {
      answers("/v1/trace", "/material/trace.json");
      Shell.Result shown = ask("trace", STATEMENT);
      assertThat(shown.exitCode()).as(shown.err()).isZero();
      assertThat(shown.out()).isEqualTo(Claims.resource("/material/trace.txt"));
      assertThat(exchange.lastQuery()).isEqualTo("statement=" + STATEMENT + "&direction=backward");
    }

    @Test
    void one_lot_is_followed_forward() {
      answers("/v1/trace", "/material/trace.json");
      ask("trace", STATEMENT, "--lot", "NS 1&2", "--forward");
      assertThat(exchange.lastQuery())
          .isEqualTo("statement=" + STATEMENT + "&lot=NS 1&2&direction=forward");
    }

    @Test
    void a_battery_is_followed_by_its_identity() {
      answers("/v1/trace", "/material/trace.json");
      ask("trace", "--identity", BATTERY, "--as-of", "99");
      assertThat(exchange.lastQuery())
          .isEqualTo("identity=" + BATTERY + "&direction=backward&asOf=99");
    }

    @Test
    void tiers_without_end_do_not_fill_the_screen() {
      exchange.answerNext(
          "GET /v1/trace",
          Canned.json(
              200,
              Claims.resource("/material/trace.json")
                  .replace("\"tier\": 3", "\"tier\": 9000000000000000000")));
      Shell.Result shown = ask("trace", STATEMENT);
      assertThat(shown.exitCode()).isZero();
      assertThat(shown.out().lines()).allMatch(line -> line.length() < 300);
    }

    @ParameterizedTest
    @CsvSource({
      "'', Follow what?",
      "--lot NS-1, Follow what?",
      STATEMENT + " --identity BATTERY-0001, either STATEMENT",
      "--identity BATTERY-0001 --lot NS-1, either STATEMENT",
      "--identity abc, 4 to 200 printable ASCII characters"
    })
    void a_start_is_a_statement_or_a_battery(String arguments, String words) {
      String[] given = arguments.isEmpty() ? new String[0] : arguments.split(" ");
      Shell.Result wrong = Shell.run(List.of("material", "trace"), with(given));
      assertThat(wrong.exitCode()).isEqualTo(2);
      assertThat(wrong.err()).contains(words, "Try: tanlian material trace --help");
      assertThat(exchange.askedAtAll()).isZero();
    }
  }

  @Nested
  class Recalls {
    @Test
    void people_read_products_second_life_and_who_holds_stocks() {
      answers("/v1/recall", "/material/recall.json");
      Shell.Result shown = ask("recall", STATEMENT, "--lot", "NS-1");
      assertThat(shown.exitCode()).as(shown.err()).isZero();
      assertThat(shown.out()).isEqualTo(Claims.resource("/material/recall.txt"));
      assertThat(exchange.lastQuery()).isEqualTo("statement=" + STATEMENT + "&lot=NS-1");
    }

    @Test
    void what_is_nowhere_is_said_to_be() {
      exchange.answerNext(
          "GET /v1/recall",
          Canned.json(
              200,
              "{\"products\":[],\"secondLife\":[],\"stocks\":[],\"complete\":true,\"treeSize\":9}"));
      assertThat(ask("recall", "--identity", BATTERY).out())
          .contains("Products: none", "Batteries in second life: none", "Stocks: none")
          .doesNotContain("not all");
    }
  }

  @Nested
  class Accounts {
    @Test
    void people_read_what_is_left_and_what_has_expired() {
      answers("/v1/accounts", "/material/accounts.json");
      Shell.Result shown = ask("account", SITE, "--on", "2027-01-31", "--as-of", "120");
      assertThat(shown.exitCode()).as(shown.err()).isZero();
      assertThat(shown.out()).isEqualTo(Claims.resource("/material/accounts.txt"));
      assertThat(exchange.lastQuery()).isEqualTo("site=" + SITE + "&on=2027-01-31&asOf=120");
    }

    @Test
    void a_site_without_account_is_said_to_be() {
      exchange.answerNext("GET /v1/accounts", Canned.json(200, "[]"));
      assertThat(ask("account", SITE).out()).contains("Nobody keeps an account at " + SITE);
    }

    @Test
    void a_day_there_is_not_is_refused_before_anybody_is_asked() {
      Shell.Result wrong = ask("account", SITE, "--on", "2026-02-30");
      assertThat(wrong.exitCode()).isEqualTo(2);
      assertThat(wrong.err()).contains("--on", "a day is written 2026-12-31");
    }
  }

  @Nested
  class Offers {
    @Test
    void people_read_what_is_offered_and_the_command_that_accepts_it() {
      answers("/v1/offers", "/material/offers.json");
      Shell.Result shown = ask("offers");
      assertThat(shown.exitCode()).as(shown.err()).isZero();
      assertThat(shown.out()).isEqualTo(Claims.resource("/material/offers.txt"));
    }

    @Test
    void programs_get_the_answer_as_it_came() {
      answers("/v1/offers", "/material/offers.json");
      assertThat(Readings.accepted(StrictJson.parse(ask("offers", "--json").out())))
          .isEqualTo(Readings.json("/material/offers.json"));
    }

    @Test
    void an_exchange_cannot_put_its_own_words_into_the_command() {
      exchange.answerNext(
          "GET /v1/offers",
          Canned.json(
              200,
              Claims.resource("/material/offers.json")
                  .replace("\"segregated\"", "\"segregated; rm x\"")));
      Shell.Result failed = ask("offers");
      assertThat(failed.exitCode()).isEqualTo(2);
      assertThat(failed.out()).isEmpty();
    }

    @Test
    void nothing_offered_is_said_to_be() {
      exchange.answerNext("GET /v1/offers", Canned.json(200, "[]"));
      assertThat(ask("offers").out()).isEqualToIgnoringNewLines("Nothing is offered to you.");
    }
  }

  @Nested
  class Contents {
    private static final String PATH = "/v1/recycled-content/" + CLAIM;

    @Test
    void people_read_shares_recoveries_verdicts_and_how_many_receipts_prove_it() {
      answers(PATH, "/export/recycled-content.json");
      Shell.Result shown = ask("content", CLAIM);
      assertThat(shown.exitCode()).as(shown.err()).isZero();
      assertThat(shown.out()).isEqualTo(Claims.resource("/material/content.txt"));
    }

    @Test
    void an_undone_claim_and_an_incomplete_answer_are_warned_of() {
      exchange.answerNext(
          "GET " + PATH,
          Canned.json(
              200,
              Claims.resource("/export/recycled-content.json")
                  .replace("\"year\"", "\"correctedAt\": 150, \"year\"")
                  .replace("\"complete\": true", "\"complete\": false")));
      Shell.Result shown = ask("content", CLAIM, "--as-of", "199");
      assertThat(shown.out())
          .contains(
              "Undone by the entry at index 150",
              "than one answer holds",
              "the recoveries are all named");
      assertThat(exchange.lastQuery()).isEqualTo("asOf=199");
    }

    @Test
    void an_answer_that_contradicts_itself_is_not_shown() {
      exchange.answerNext(
          "GET " + PATH,
          Canned.json(
              200,
              Claims.resource("/export/recycled-content.json")
                  .replace("\"share\": \"0.2569\"", "\"share\": \"0.9\"")));
      Shell.Result shown = ask("content", CLAIM, "--json");
      assertThat(shown.exitCode()).isEqualTo(2);
      assertThat(shown.out()).startsWith("{\"outcome\":\"failed\"");
      assertThat(shown.err()).contains("cannot be used", "12.5 kg of 48.654 kg of Ni");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/batches, /material/batches.json, batches, " + STATEMENT,
    "/v1/trace, /material/trace.json, trace, " + STATEMENT,
    "/v1/recall, /material/recall.json, recall, " + STATEMENT,
    "/v1/accounts, /material/accounts.json, account, " + SITE,
    "/v1/recycled-content/" + CLAIM + ", /export/recycled-content.json, content, " + CLAIM
  })
  void programs_get_the_answer_as_it_came(
      String path, String resource, String command, String subject) {
    answers(path, resource);
    Shell.Result shown = ask(command, subject, "--json");
    assertThat(shown.exitCode()).as(shown.err()).isZero();
    assertThat(Readings.accepted(StrictJson.parse(shown.out()))).isEqualTo(Readings.json(resource));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/batches, batches",
    "/v1/trace, trace",
    "/v1/recall, recall",
    "/v1/recycled-content/" + STATEMENT + ", content"
  })
  void an_answer_without_what_was_asked_for_cannot_be_used(String path, String command) {
    exchange.answerNext("GET " + path, Canned.json(200, "{}"));
    Shell.Result failed = ask(command, STATEMENT);
    assertThat(failed.exitCode()).isEqualTo(2);
    assertThat(failed.err()).contains("cannot be used: its member");
  }
}
