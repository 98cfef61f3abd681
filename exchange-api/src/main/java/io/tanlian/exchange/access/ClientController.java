package io.tanlian.exchange.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.exchange.Caller;
import io.tanlian.exchange.problem.QueryRefused;
import io.tanlian.exchange.readmodel.Freshness;
import io.tanlian.exchange.readmodel.Participants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /v1/clients}: the operator issues OAuth 2 clients to admitted participants, who rotate
 * their secrets and revoke them.
 */
@RestController
@RequestMapping("/v1/clients")
@Tag(name = "Access")
final class ClientController {
  private static final int KEEP_MINUTES_MAX = 7 * 24 * 60;

  private final Clients clients;
  private final ClientsInForce inForce;
  private final Participants participants;
  private final Freshness freshness;

  ClientController(
      Clients clients, ClientsInForce inForce, Participants participants, Freshness freshness) {
    this.clients = clients;
    this.inForce = inForce;
    this.participants = participants;
    this.freshness = freshness;
  }

  @Operation(summary = "Issue an OAuth 2 client to an admitted participant (operator only)")
  @ApiResponse(
      responseCode = "201",
      description = "The client; its secret is told this once",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = Clients.IssuedClient.class)))
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Clients.IssuedClient issue(@RequestBody ClientRequest request) {
    freshness.awaitHead();
    Caller owner = request.owner();
    if (!participants.has(owner.participant(), owner.role())) {
      throw QueryRefused.because(
          new Problem(
              ProblemCode.PARTICIPANT_UNKNOWN,
              "/participant",
              owner.participant().value() + " is not admitted as " + owner.role().wireName() + ".",
              "Publish a ParticipantAdmitted statement with that role first."));
    }
    return clients.issue(owner);
  }

  /** The caller's clients; the operator may ask for another participant's. */
  @Operation(summary = "Read your OAuth 2 clients")
  @GetMapping
  List<ClientView> list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String participant) {
    ParticipantId asked = participant == null ? caller.participant() : named(participant);
    if (!asked.equals(caller.participant()) && caller.role() != Role.OPERATOR) {
      throw notYours(asked.value());
    }
    return clients.of(asked).stream().map(ClientView::of).toList();
  }

  /** A new secret; the one before is taken for a while longer, or not at all. */
  @Operation(summary = "Rotate a client's secret; the new one is told this once")
  @PostMapping("/{id}/rotation")
  Clients.RotatedClient rotate(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") String id,
      @RequestParam(defaultValue = "60") int keepPreviousMinutes) {
    if (keepPreviousMinutes < 0 || keepPreviousMinutes > KEEP_MINUTES_MAX) {
      throw QueryRefused.invalid(
          "keepPreviousMinutes is from 0 to " + KEEP_MINUTES_MAX + ", a week.",
          "Send 0 where the secret may be known to others.");
    }
    Clients.StoredClient client = find(caller, id);
    return clients
        .rotate(client.clientId(), Duration.ofMinutes(keepPreviousMinutes))
        .orElseThrow(() -> notFound(id));
  }

  /** Ends a client: it gets no token any more, and its tokens are refused. */
  @Operation(summary = "Revoke a client for good")
  @ApiResponse(responseCode = "204", description = "It is revoked")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@AuthenticationPrincipal Caller caller, @PathVariable("id") String id) {
    Clients.StoredClient client = find(caller, id);
    if (client.owner().role() == Role.OPERATOR && clients.isLastOf(Role.OPERATOR, id)) {
      throw QueryRefused.because(
          Problem.of(
              ProblemCode.ACCESS_LAST_OPERATOR,
              "This is the last client of the operator's role.",
              "Issue another client to an operator first."));
    }
    clients.revoke(id);
    inForce.revoked(id);
  }

  private Clients.StoredClient find(Caller caller, String id) {
    return clients
        .find(id)
        .filter(Clients.StoredClient::inForce)
        .filter(client ->
            caller.role() == Role.OPERATOR
                || client.owner().participant().equals(caller.participant()))
        .orElseThrow(() -> notFound(id));
  }

  private static QueryRefused notFound(String id) {
    return QueryRefused.notFound(
        "You have no client " + id + " in force.", "GET /v1/clients lists yours.");
  }

  private static QueryRefused notYours(String participant) {
    return QueryRefused.because(
        Problem.of(
            ProblemCode.ACCESS_DENIED,
            "The clients of " + participant + " are not yours to see.",
            "Leave participant out to see your own."));
  }

  private static ParticipantId named(String participant) {
    try {
      return ParticipantId.parse(participant);
    } catch (IllegalArgumentException malformed) {
      throw QueryRefused.invalid("participant: " + malformed.getMessage() + ".", "Correct it.");
    }
  }

  record ClientRequest(@Nullable String participant, @Nullable String role) {
    Caller owner() {
      try {
        if (participant != null && role != null) {
          return new Caller(ParticipantId.parse(participant), Role.parse(role));
        }
      } catch (IllegalArgumentException malformed) {
        throw invalid(String.valueOf(malformed.getMessage()));
      }
      throw invalid("participant or role is missing");
    }

    private static QueryRefused invalid(String rule) {
      return QueryRefused.invalid(
          rule, "Send {\"participant\": \"urn:...\", \"role\": \"supplier\"}.");
    }
  }

  /** A client as its owner sees it, without its secret. */
  record ClientView(
      String clientId,
      String participant,
      String role,
      Instant createdAt,
      @Nullable Instant rotatedAt,
      @Nullable Instant revokedAt) {
    static ClientView of(Clients.StoredClient client) {
      return new ClientView(
          client.clientId(),
          client.owner().participant().value(),
          client.owner().role().wireName(),
          client.createdAt(),
          client.rotatedAt(),
          client.revokedAt());
    }
  }
}
