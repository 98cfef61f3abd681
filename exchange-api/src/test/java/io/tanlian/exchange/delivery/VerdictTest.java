package io.tanlian.exchange.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.exchange.outbound.OutboundAnswer;
import io.tanlian.exchange.outbound.OutboundAnswer.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204})
  void a_success_is_taken(int status) {
    assertThat(verdict(status)).isInstanceOf(Verdict.Taken.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 405, 409, 410, 413, 415, 422, 451})
  void a_refusal_that_will_not_change_ends_it(int status) {
    assertThat(verdict(status))
        .isEqualTo(new Verdict.Never("it answered with status " + status + ": in its words"));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308, 401, 403, 408, 425, 429, 500, 501, 502, 503, 504, 599})
  void everything_else_is_tried_again(int status) {
    assertThat(verdict(status)).isInstanceOf(Verdict.Later.class);
  }

  @Test
  void no_answer_and_no_call_are_tried_again() {
    assertThat(Verdict.of(new OutboundAnswer.Failed("silence"), NOW))
        .isEqualTo(new Verdict.Later("silence", Optional.empty()));
    assertThat(Verdict.of(new OutboundAnswer.Refused("private address"), NOW))
        .isEqualTo(new Verdict.Later("private address", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120 | PT2M",
        "0 | PT0S",
        "Sun, 22 Nov 2026 11:00:00 GMT | PT1H",
        "Sun, 22 Nov 2026 09:00:00 GMT | ",
        "soon | ",
        "-5 | ",
        "99999999999999999999 | "
      })
  void a_host_is_left_alone_as_long_as_it_asks(String header, Duration wait) {
    Verdict verdict =
        Verdict.of(new Answered(503, Map.of("retry-after", List.of(header)), new byte[0]), NOW);

    assertThat(verdict)
        .isEqualTo(new Verdict.Later("it answered with status 503", Optional.ofNullable(wait)));
  }

  @Test
  void a_strangers_words_are_cut_and_kept_to_one_line() {
    String words =
        ((Verdict.Never)
                Verdict.of(
                    new Answered(
                        400, Map.of(), ("a\r\n\u001b[31m" + "b".repeat(5_000)).getBytes(UTF_8)),
                    NOW))
            .words();

    assertThat(words).hasSizeLessThan(400).doesNotContain("\n", "\u001b");
  }

  private static Verdict verdict(int status) {
    return Verdict.of(new Answered(status, Map.of(), "in its\nwords".getBytes(UTF_8)), NOW);
  }
}
