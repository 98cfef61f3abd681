package io.tanlian.exchange.received;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.exchange.delivery.HostRequest;
import java.util.List;
import java.util.Optional;

/**
 * A request to another host as who asked sees it.
 *
 * @param criteria the filter criteria of PACT v3, as they were asked
 * @param delivery pending, delivered, withdrawn or dead
 * @param lastAnswer what the host said to the event itself
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record HostRequestView(
    String id,
    @JsonRawValue String criteria,
    String askedAt,
    String delivery,
    Optional<String> lastAnswer,
    Optional<AnswerView> answer) {

  /** How the host answered: {@code outcome} is fulfilled or rejected. */
  record AnswerView(String outcome, String words, String at) {}

  static HostRequestView of(HostRequest request) {
    return new HostRequestView(
        request.id().toString(),
        StrictJson.format(request.criteria()),
        request.askedAt().toString(),
        request.delivery().wireName(),
        request.lastAnswer(),
        request
            .answer()
            .map(answer ->
                new AnswerView(
                    answer.fulfilled() ? "fulfilled" : "rejected",
                    answer.words(),
                    answer.at().toString())));
  }

  /**
   * One page.
   *
   * @param next the path of the next page; empty on the last
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Page(List<HostRequestView> requests, Optional<String> next) {}
}
