package io.tanlian.exchange.request;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.contracts.pact.event.EventContent;
import io.tanlian.contracts.pact.event.PactEvent;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.request.RequestDetails;
import io.tanlian.exchange.Caller;
import io.tanlian.exchange.PostedBody;
import io.tanlian.exchange.problem.QueryRefused;
import io.tanlian.exchange.received.ReceivedEvents;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /3/events} and {@code /2/events} (PACT "Action Events"). */
@RestController
@Tag(name = "PACT")
final class EventController {
  private final IncomingRequests requests;
  private final ReceivedEvents received;

  EventController(IncomingRequests requests, ReceivedEvents received) {
    this.requests = requests;
    this.received = received;
  }

  /** Takes an event; 200 without a body says that it is kept. */
  @Operation(
      summary = "Send an event (PACT v3 Action Events)",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = PactEvent.MEDIA_TYPE,
                      schema = @Schema(implementation = Object.class))))
  @PostMapping(
      path = "/3/events",
      consumes = {PactEvent.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
  void v3(@AuthenticationPrincipal Caller caller, HttpServletRequest request) throws IOException {
    take(PactVersion.V3, caller, request);
  }

  @Operation(
      summary = "Send an event (PACT v2 Action Events)",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = PactEvent.MEDIA_TYPE,
                      schema = @Schema(implementation = Object.class))))
  @PostMapping(
      path = "/2/events",
      consumes = {PactEvent.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
  void v2(@AuthenticationPrincipal Caller caller, HttpServletRequest request) throws IOException {
    take(PactVersion.V2, caller, request);
  }

  private void take(PactVersion version, Caller caller, HttpServletRequest request)
      throws IOException {
    byte[] body = PostedBody.read(request.getInputStream(), StrictJson.documentBytesMax);
    PactEvent event =
        switch (StrictJson.parse(body).then(json -> PactEvent.parse(version, json))) {
          case Outcome.Accepted<PactEvent>(PactEvent read) -> read;
          case Outcome.Refused<PactEvent>(var problems) -> throw refused(problems.getFirst());
        };
    Optional<Problem> objection = take(event, caller);
    if (objection.isPresent()) {
      throw refused(objection.get());
    }
  }

  private Optional<Problem> take(PactEvent event, Caller caller) {
    return switch (event.content()) {
      case EventContent.RequestCreated(var criteria) ->
          requests.take(
              new RequestDetails(
                  caller.participant(), event.version(), event.id(), event.source(), criteria));
      case EventContent.RequestFulfilled _,
          EventContent.RequestRejected _,
          EventContent.Published _ -> {
        received.take(caller.participant(), event);
        yield Optional.empty();
      }
    };
  }

  /** PACT answers everything malformed with 400, and names the place in words. */
  private static QueryRefused refused(Problem problem) {
    boolean malformed = problem.code().httpStatus() == 422;
    String place = problem.pointer().isEmpty() ? "" : problem.pointer() + ": ";
    return QueryRefused.because(
        new Problem(
            malformed ? ProblemCode.REQUEST_INVALID : problem.code(),
            problem.pointer(),
            place + problem.detail() + " " + problem.remedy(),
            problem.remedy()));
  }
}
