package io.tanlian.exchange.request;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.event.EventError;
import io.tanlian.contracts.pact.v3.FootprintId;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.request.RequestAnswer;
import io.tanlian.contracts.request.RequestOutcome;
import io.tanlian.exchange.Caller;
import io.tanlian.exchange.problem.PactError;
import io.tanlian.exchange.problem.QueryRefused;
import io.tanlian.exchange.readmodel.Freshness;
import io.tanlian.exchange.request.RequestView.RequestPage;
import io.tanlian.exchange.request.Requests.Page;
import io.tanlian.ledger.axon.LedgerTail;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/requests}: the requests for footprints that wait for their owner, and those sent. */
@RestController
@RequestMapping("/v1/requests")
@Tag(name = "Requests")
final class RequestController {
  private static final int LIMIT_MAX = 1_000;
  private static final Set<String> STATES = Set.of("", "pending", "fulfilled", "rejected");

  private final Requests requests;
  private final GrantedFootprints granted;
  private final Answers answers;
  private final Freshness freshness;
  private final LedgerTail tail;

  RequestController(
      Requests requests,
      GrantedFootprints granted,
      Answers answers,
      Freshness freshness,
      @Qualifier("requestsTail") LedgerTail tail) {
    this.requests = requests;
    this.granted = granted;
    this.answers = answers;
    this.freshness = freshness;
    this.tail = tail;
  }

  /** The caller's inbox: requests for products it declares, or for itself. */
  @Operation(summary = "Read the requests for your footprints")
  @GetMapping
  RequestPage inbox(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "-1") long after,
      @RequestParam(defaultValue = "100") int limit) {
    return page(state, after, limit, page -> requests.inbox(caller.participant(), page));
  }

  /** What the caller asked for. */
  @Operation(summary = "Read the requests you sent, and how they were answered")
  @GetMapping("/sent")
  RequestPage sent(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "-1") long after,
      @RequestParam(defaultValue = "100") int limit) {
    return page(state, after, limit, page -> requests.sent(caller.participant(), page));
  }

  /** Answers with footprints of the caller's that the requester may see. */
  @Operation(summary = "Fulfil a request with footprints that you granted to the requester")
  @PostMapping("/{id}/fulfilment")
  RequestView fulfil(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") String id,
      @RequestBody Fulfilment fulfilment) {
    StoredRequest request = pendingOrAnswered(caller, id, RequestOutcome.FULFILLED);
    if (!request.isPending()) {
      return RequestView.of(request);
    }
    List<FootprintId> footprints = fulfilment.parsed();
    freshness.awaitHead();
    for (int i = 0; i < footprints.size(); i++) {
      if (!granted.isShown(
          footprints.get(i), caller.participant(), request.details().requester())) {
        throw QueryRefused.because(
            new Problem(
                ProblemCode.FOOTPRINT_NOT_GRANTED,
                "/footprints/" + i,
                "%s is no footprint of yours whose figures %s may see."
                    .formatted(footprints.get(i), request.details().requester().value()),
                "Publish a Grant of its figures to the requester, then fulfil the request."));
      }
    }
    return answered(request, new RequestAnswer(caller.participant(), footprints, null));
  }

  /**
   * Answers that there will be no footprint; where others could have one, they may still answer.
   */
  @Operation(summary = "Reject a request for your footprints")
  @PostMapping("/{id}/rejection")
  RequestView reject(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") String id,
      @RequestBody Rejection rejection) {
    StoredRequest request = pendingOrAnswered(caller, id, RequestOutcome.REJECTED);
    if (!request.isPending()) {
      return RequestView.of(request);
    }
    String message = rejection.checked();
    requests.refuse(request.id(), caller.participant());
    return requests.refusers(request.id()).containsAll(requests.owners(request.id()))
        ? answered(
            request,
            new RequestAnswer(
                caller.participant(), List.of(), new EventError(PactError.NOT_FOUND, message)))
        : RequestView.of(request);
  }

  private RequestPage page(
      String state, long after, int limit, Function<Page, List<StoredRequest>> query) {
    if (!STATES.contains(state) || limit < 1 || limit > LIMIT_MAX) {
      throw QueryRefused.invalid(
          "state is pending, fulfilled or rejected, and limit from 1 to " + LIMIT_MAX + ".",
          "Correct the parameters, or leave them out.");
    }
    freshness.awaitHead(tail);
    List<StoredRequest> found = query.apply(new Page(after, limit + 1, state));
    List<StoredRequest> shown = found.size() > limit ? found.subList(0, limit) : found;
    return new RequestPage(
        shown.stream().map(RequestView::of).toList(),
        found.size() > limit ? shown.getLast().position() : null);
  }

  /** The request; where it is answered already, then with this outcome. */
  private StoredRequest pendingOrAnswered(Caller caller, String id, RequestOutcome outcome) {
    freshness.awaitHead(tail);
    StoredRequest request = find(caller, id);
    if (request.outcome().filter(known -> known != outcome).isPresent()) {
      throw alreadyAnswered(request);
    }
    return request;
  }

  private StoredRequest find(Caller caller, String id) {
    return statementId(id)
        .flatMap(request -> requests.find(request, caller.participant()))
        .orElseThrow(() ->
            QueryRefused.notFound(
                "No request " + id + " waits for you.", "GET /v1/requests lists those that do."));
  }

  private static Optional<StatementId> statementId(String id) {
    try {
      return Optional.of(StatementId.parse(id));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private RequestView answered(StoredRequest request, RequestAnswer answer) {
    Optional<Problem> objection = answers.record(request.id(), answer);
    if (objection.isPresent()) {
      throw Answers.isAnswered(objection.get())
          ? alreadyAnswered(request)
          : QueryRefused.because(objection.get());
    }
    return RequestView.of(
        request.answered(
            answer.error() == null ? RequestOutcome.FULFILLED : RequestOutcome.REJECTED));
  }

  private static QueryRefused alreadyAnswered(StoredRequest request) {
    return QueryRefused.because(
        Problem.of(
            ProblemCode.REQUEST_ANSWERED,
            "The request %s has its one answer.".formatted(request.id().value()),
            "See GET /v1/requests for how it was answered."));
  }

  /** The footprints that answer. */
  record Fulfilment(@Nullable List<String> footprints) {
    List<FootprintId> parsed() {
      try {
        if (footprints != null && !footprints.isEmpty()) {
          return footprints.stream().map(FootprintId::new).toList();
        }
      } catch (IllegalArgumentException malformed) {
        // Said below, with the form.
      }
      throw QueryRefused.invalid(
          "footprints names at least one footprint by its id, a UUID.",
          "Send {\"footprints\": [\"91715e5e-...\"]}.");
    }
  }

  /** Why there is none, for the requester to read. */
  record Rejection(@Nullable String message) {
    private static final int CHARS_MAX = 1_000;

    String checked() {
      if (message == null || message.isBlank() || message.length() > CHARS_MAX) {
        throw QueryRefused.invalid(
            "message says in 1 to 1000 characters why there will be no footprint.",
            "Send {\"message\": \"...\"}.");
      }
      return message;
    }
  }
}
