package io.tanlian.exchange.received;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.exchange.Caller;
import io.tanlian.exchange.connection.Connection;
import io.tanlian.exchange.connection.Connections;
import io.tanlian.exchange.problem.QueryRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Fetching from other hosts on demand, and what came of it. */
@RestController
@Tag(name = "Connections")
final class ReceivedController {
  private static final int LIMIT_MAX = 1_000;

  private final Connections connections;
  private final Received received;
  private final ReceivedFootprints footprints;
  private final InstantSource clock;

  ReceivedController(
      Connections connections,
      Received received,
      ReceivedFootprints footprints,
      InstantSource clock) {
    this.connections = connections;
    this.received = received;
    this.footprints = footprints;
    this.clock = clock;
  }

  @Operation(
      summary = "Fetch the footprints of a connection's host now",
      description =
          "A body is optional; it has the filter criteria of PACT v3, such as productId. What is"
              + " new is recorded on the ledger as received, unsigned, visible to you only.")
  @PostMapping(path = "/v1/connections/{id}/fetch", produces = MediaType.APPLICATION_JSON_VALUE)
  FetchResult fetch(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") UUID id,
      HttpServletRequest request)
      throws IOException {
    Connection connection = connections.own(id, caller.participant());
    FetchResult result = received.fetch(connection, PostedCriteria.read(request));
    connections.fetched(id, clock.instant().truncatedTo(ChronoUnit.MICROS), result.words());
    return result;
  }

  @Operation(summary = "List the footprints you received from other hosts, in ledger order")
  @GetMapping(path = "/v1/received", produces = MediaType.APPLICATION_JSON_VALUE)
  ReceivedView.Page list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "-1") long after,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw QueryRefused.invalid(
          "limit is a number from 1 to " + LIMIT_MAX + ".", "Correct the parameter limit.");
    }
    List<ReceivedFootprints.Row> found = footprints.page(caller.participant(), after, limit + 1);
    List<ReceivedFootprints.Row> page = found.subList(0, Math.min(limit, found.size()));
    return new ReceivedView.Page(
        page.stream().map(ReceivedView::of).toList(),
        found.size() > limit
            ? Optional.of(
                "/v1/received?limit=%d&after=%d".formatted(limit, page.getLast().position()))
            : Optional.empty());
  }
}
