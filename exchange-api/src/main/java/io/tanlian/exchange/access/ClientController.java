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
import io.tanlian.exchange.problem.ProblemDocument;
import io.tanlian.exchange.readmodel.Freshness;
import io.tanlian.exchange.readmodel.Participants;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/clients}: the operator issues an OAuth 2 client to an admitted participant. */
@RestController
@Tag(name = "Access")
final class ClientController {

  private final Clients clients;
  private final Participants participants;
  private final Freshness freshness;

  ClientController(Clients clients, Participants participants, Freshness freshness) {
    this.clients = clients;
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
  @PostMapping("/v1/clients")
  ResponseEntity<?> issue(@RequestBody ClientRequest request) {
    freshness.awaitHead();
    Caller owner;
    try {
      owner = request.owner();
    } catch (IllegalArgumentException malformed) {
      return refused(
          Problem.of(
              ProblemCode.REQUEST_INVALID,
              String.valueOf(malformed.getMessage()),
              "Send {\"participant\": \"urn:...\", \"role\": \"supplier\"}."));
    }
    if (!participants.has(owner.participant(), owner.role())) {
      return refused(
          new Problem(
              ProblemCode.PARTICIPANT_UNKNOWN,
              "/participant",
              owner.participant().value() + " is not admitted as " + owner.role().wireName() + ".",
              "Publish a ParticipantAdmitted statement with that role first."));
    }
    return ResponseEntity.status(HttpStatus.CREATED).body(clients.issue(owner));
  }

  private static ResponseEntity<ProblemDocument> refused(Problem problem) {
    return ProblemDocument.of(List.of(problem)).answer();
  }

  record ClientRequest(@Nullable String participant, @Nullable String role) {
    Caller owner() {
      if (participant == null || role == null) {
        throw new IllegalArgumentException("participant or role is missing");
      }
      return new Caller(ParticipantId.parse(participant), Role.parse(role));
    }
  }
}
