package io.tanlian.exchange.received;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.pact.event.RequestCriteria;
import io.tanlian.contracts.pact.v3.FootprintCriteria;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.exchange.Caller;
import io.tanlian.exchange.connection.Connection;
import io.tanlian.exchange.connection.Connections;
import io.tanlian.exchange.delivery.HostRequest;
import io.tanlian.exchange.delivery.HostRequests;
import io.tanlian.exchange.delivery.OutgoingDeliveries;
import io.tanlian.exchange.problem.QueryRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/connections/{id}/requests}: what a participant asks another host for. */
@RestController
@RequestMapping(path = "/v1/connections/{id}/requests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Connections")
final class HostRequestController {
  private static final int LIMIT_MAX = 1_000;
  private static final int WAITING_MAX = 10_000;

  private final Connections connections;
  private final HostRequests requests;
  private final OutgoingDeliveries deliveries;

  HostRequestController(
      Connections connections, HostRequests requests, OutgoingDeliveries deliveries) {
    this.connections = connections;
    this.requests = requests;
    this.deliveries = deliveries;
  }

  @Operation(
      summary = "Ask a connection's host for footprints",
      description =
          "Choose a UUID for the request: the same again asks once. The body has the filter criteria"
              + " of PACT v3, such as productId, and a comment for people if you like. The host is"
              + " sent a RequestCreated event; what it answers with is recorded as received.")
  @PutMapping("/{request}")
  HostRequestView ask(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") UUID id,
      @PathVariable("request") UUID requestId,
      HttpServletRequest request)
      throws IOException {
    Connection connection = connections.own(id, caller.participant());
    ObjectNode criteria = PostedCriteria.read(request);
    refuseUnaskable(connection, criteria);
    if (requests.find(id, requestId).isEmpty()) {
      refuseTooMany(id);
      deliveries.ask(requestId, caller.participant(), id, criteria);
    }
    return requests
        .find(id, requestId)
        .filter(known -> known.criteria().equals(criteria))
        .map(HostRequestView::of)
        .orElseThrow(() ->
            QueryRefused.because(
                Problem.of(
                    ProblemCode.REQUEST_EXISTS,
                    "Something else was asked under " + requestId + ".",
                    "Choose a new UUID for a new request.")));
  }

  @Operation(
      summary = "List what you asked a connection's host for, and its answers, the newest first")
  @GetMapping
  HostRequestView.Page list(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") UUID id,
      @RequestParam(defaultValue = "9223372036854775807") long before,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw QueryRefused.invalid(
          "limit is a number from 1 to " + LIMIT_MAX + ".", "Correct the parameter limit.");
    }
    connections.own(id, caller.participant());
    List<HostRequest> found = requests.page(id, before, limit + 1);
    List<HostRequest> page = found.subList(0, Math.min(limit, found.size()));
    return new HostRequestView.Page(
        page.stream().map(HostRequestView::of).toList(),
        found.size() > limit
            ? Optional.of(
                "/v1/connections/%s/requests?limit=%d&before=%d"
                    .formatted(id, limit, page.getLast().number()))
            : Optional.empty());
  }

  private void refuseTooMany(UUID connection) {
    if (requests.waiting(connection) >= WAITING_MAX) {
      throw QueryRefused.because(
          Problem.of(
              ProblemCode.REQUEST_TOO_MANY,
              WAITING_MAX + " of your requests wait for this host's answer.",
              "Ask again when it answered some of them."));
    }
  }

  private static void refuseUnaskable(Connection connection, ObjectNode criteria) {
    boolean anything =
        FootprintCriteria.ofEvent(criteria) instanceof Outcome.Accepted<FootprintCriteria>(var read)
            && !read.isEmpty();
    if (!anything) {
      throw QueryRefused.invalid(
          "A request names at least one criterion.",
          "Send {\"productId\": [\"urn:...\"]}; to get all there is, fetch from the connection.");
    }
    if (RequestCriteria.data(connection.newest(), criteria)
        instanceof Outcome.Refused<ObjectNode>(var problems)) {
      throw QueryRefused.because(problems.getFirst());
    }
  }
}
