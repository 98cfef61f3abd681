package io.tanlian.exchange.delivery;

import io.tanlian.exchange.outbound.OutboundAnswer;
import io.tanlian.exchange.outbound.OutboundAnswer.Answered;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an answer means for a delivery. */
sealed interface Verdict {

  /** The host took it. */
  record Taken(String words) implements Verdict {}

  /**
   * A later attempt may succeed.
   *
   * @param notBefore how long the host asked to be left alone
   */
  record Later(String words, Optional<Duration> notBefore) implements Verdict {}

  /** The host will never take it. */
  record Never(String words) implements Verdict {}

  /** Refusals that can end without the event being changed: access, time-outs, haste. */
  Set<Integer> PASSING_REFUSALS = Set.of(401, 403, 408, 425, 429);

  Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  static Verdict of(OutboundAnswer answer, Instant now) {
    return switch (answer) {
      case OutboundAnswer.Failed(String words) -> new Later(words, Optional.empty());
      case OutboundAnswer.Refused(String words) -> new Later(words, Optional.empty());
      case Answered said when said.isSuccess() -> new Taken(words(said));
      case Answered said
          when said.status() >= 400
              && said.status() < 500
              && !PASSING_REFUSALS.contains(said.status()) ->
          new Never(words(said));
      case Answered said -> new Later(words(said), retryAfter(said, now));
    };
  }

  private static String words(Answered said) {
    String text = said.words();
    return "it answered with status " + said.status() + (text.isEmpty() ? "" : ": " + text);
  }

  /** Seconds or a date (RFC 9110 section 10.2.3); anything else is passed over. */
  private static Optional<Duration> retryAfter(Answered said, Instant now) {
    return said.header("retry-after")
        .flatMap(text -> {
          if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
          }
          try {
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            return Optional.of(Duration.between(now, until)).filter(Duration::isPositive);
          } catch (DateTimeException other) {
            return Optional.empty();
          }
        });
  }
}
