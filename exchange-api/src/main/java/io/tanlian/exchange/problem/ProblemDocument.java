package io.tanlian.exchange.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The body of a refusal (RFC 9457): the first problem in front, every problem in {@code errors}.
 *
 * @param type a URN of the stable code
 * @param index the entry that is damaged, where that is the problem
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
    String type,
    String title,
    int status,
    String detail,
    String code,
    OptionalLong index,
    List<Item> errors) {

  static final long RETRY_AFTER_DEFAULT_MS = 1_000;

  /** For what waits for somebody else, such as another host's answer. */
  private static final long RETRY_AFTER_OTHERS_MS = 60_000;

  /** One problem: its code, where it is (RFC 6901), what is wrong and what to do. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Item(String code, String pointer, String detail, String remedy) {
    static Item of(Problem problem) {
      return new Item(problem.code().code(), problem.pointer(), problem.detail(), problem.remedy());
    }
  }

  public static ProblemDocument of(List<Problem> problems) {
    Problem first = problems.getFirst();
    ProblemCode code = first.code();
    return new ProblemDocument(
        "urn:tanlian:problem:" + code.code(),
        code.title(),
        code.httpStatus(),
        first.detail() + " " + first.remedy(),
        code.code(),
        OptionalLong.empty(),
        problems.stream().map(Item::of).toList());
  }

  public ProblemDocument at(long damagedIndex) {
    return new ProblemDocument(
        type, title, status, detail, code, OptionalLong.of(damagedIndex), errors);
  }

  /** The document as an answer, with Retry-After where trying again will help. */
  public ResponseEntity<ProblemDocument> answer() {
    return answerLater(
        status == HttpStatus.TOO_MANY_REQUESTS.value()
            ? RETRY_AFTER_OTHERS_MS
            : RETRY_AFTER_DEFAULT_MS);
  }

  /** The document as an answer; where trying again will help, not before this time. */
  public ResponseEntity<ProblemDocument> answerLater(long retryAfterMs) {
    var answer =
        ResponseEntity.status(HttpStatus.valueOf(status))
            .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (status == HttpStatus.SERVICE_UNAVAILABLE.value()
        || status == HttpStatus.TOO_MANY_REQUESTS.value()) {
      answer.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds(retryAfterMs));
    }
    return answer.body(this);
  }

  /** Whole seconds, rounded up, at least one (RFC 9110 section 10.2.3). */
  static String retryAfterSeconds(long retryAfterMs) {
    return String.valueOf(Math.max(1, Math.ceilDiv(retryAfterMs, 1_000L)));
  }
}
