package io.tanlian.exchange.connection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.exchange.Caller;
import io.tanlian.exchange.PostedBody;
import io.tanlian.exchange.outbound.OutboundRules;
import io.tanlian.exchange.problem.ProblemDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/connections}: the PACT hosts that a participant exchanges with. */
@RestController
@RequestMapping("/v1/connections")
@Tag(name = "Connections")
final class ConnectionController {
  private static final int BODY_BYTES_MAX = 16_384;

  private final Connections connections;
  private final OutboundRules rules;

  ConnectionController(Connections connections, OutboundRules rules) {
    this.connections = connections;
    this.rules = rules;
  }

  @Operation(
      summary = "Register a PACT host of yours, or of a supplier",
      description =
          "baseUrl, clientId and clientSecret; optionally versions ([\"3\"], [\"2\"] or both),"
              + " tokenEndpoint, wantsPublished, fetchEvery (ISO 8601). The secret is never shown"
              + " again.")
  @ApiResponse(
      responseCode = "201",
      description = "The connection",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = ConnectionView.class)))
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> add(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
      throws IOException {
    return switch (body(request, in -> NewConnection.read(in, rules))) {
      case Outcome.Refused<NewConnection>(var problems) -> refused(problems);
      case Outcome.Accepted<NewConnection>(NewConnection wanted) ->
          connections
              .add(caller.participant(), wanted)
              .<ResponseEntity<?>>map(added ->
                  ResponseEntity.status(HttpStatus.CREATED)
                      .location(URI.create("/v1/connections/" + added.id()))
                      .body(ConnectionView.of(added)))
              .orElseGet(() ->
                  refused(
                      List.of(
                          Problem.of(
                              ProblemCode.CONNECTION_EXISTS,
                              "You have a connection to this base URL, or "
                                  + Connections.CONNECTIONS_MAX
                                  + " connections.",
                              "Replace its credentials, or delete one."))));
    };
  }

  @Operation(summary = "List your connections")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ConnectionView.All list(@AuthenticationPrincipal Caller caller) {
    return new ConnectionView.All(
        connections.of(caller.participant()).stream().map(ConnectionView::of).toList());
  }

  @Operation(summary = "Read a connection")
  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ConnectionView one(@AuthenticationPrincipal Caller caller, @PathVariable("id") UUID id) {
    return ConnectionView.of(own(caller, id));
  }

  @Operation(
      summary = "Replace a connection's credentials",
      description = "clientId and clientSecret, from now on.")
  @ApiResponse(
      responseCode = "200",
      description = "The connection",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = ConnectionView.class)))
  @PutMapping(path = "/{id}/credentials", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> replaceCredentials(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") UUID id,
      HttpServletRequest request)
      throws IOException {
    own(caller, id);
    return switch (body(request, ClientCredentials::read)) {
      case Outcome.Refused<ClientCredentials>(var problems) -> refused(problems);
      case Outcome.Accepted<ClientCredentials>(ClientCredentials credentials) -> {
        connections.replaceCredentials(id, credentials);
        yield ResponseEntity.ok(ConnectionView.of(own(caller, id)));
      }
    };
  }

  @Operation(
      summary = "Remove a connection",
      description = "Nothing is sent there any more; what waits for it ends. Answers with it.")
  @DeleteMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ConnectionView remove(@AuthenticationPrincipal Caller caller, @PathVariable("id") UUID id) {
    Connection connection = own(caller, id);
    connections.remove(id);
    return ConnectionView.of(connection);
  }

  private Connection own(Caller caller, UUID id) {
    return connections.own(id, caller.participant());
  }

  private static <T> Outcome<T> body(HttpServletRequest request, Function<Fields, T> reader)
      throws IOException {
    byte[] body = PostedBody.read(request.getInputStream(), BODY_BYTES_MAX);
    if (body.length > BODY_BYTES_MAX) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.JSON_TOO_LARGE,
              "The body has more than " + BODY_BYTES_MAX + " bytes.",
              "Send one connection at a time."));
    }
    return StrictJson.parse(body).then(json -> Fields.read(json, reader));
  }

  private static ResponseEntity<ProblemDocument> refused(List<Problem> problems) {
    return ProblemDocument.of(problems).answer();
  }
}
