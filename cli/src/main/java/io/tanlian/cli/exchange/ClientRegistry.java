package io.tanlian.cli.exchange;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.participant.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The names and secrets by which participants' programs sign in. */
public final class ClientRegistry {
  private static final String PATH = "/v1/clients";

  private final ExchangeClient exchange;

  ClientRegistry(ExchangeClient exchange) {
    this.exchange = exchange;
  }

  /** Gives a participant's program a name and a secret; only an operator may. */
  public Reply<ClientLogin> issue(ParticipantId participant, Role role) {
    String body =
        StrictJson.format(
            JsonNodeFactory.instance
                .objectNode()
                .put("participant", participant.value())
                .put("role", role.wireName()));
    return exchange.change(
        PATH,
        request ->
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)),
        201,
        response -> ExchangeClient.json(response, ClientRegistry::login));
  }

  /** The clients of a participant; empty for those of the caller's. */
  public Reply<List<KnownClient>> list(Optional<ParticipantId> participant) {
    String query =
        participant.map(id -> "?participant=" + ExchangeClient.encoded(id.value())).orElse("");
    return exchange.getJson(
        PATH + query,
        body -> {
          List<KnownClient> clients = new ArrayList<>();
          body.forEach(client -> clients.add(KnownClient.read(client)));
          return clients;
        });
  }

  /**
   * Gives a client a new secret.
   *
   * @param keepPrevious for how long the secret before is taken too, in whole minutes
   */
  public Reply<ClientLogin> rotate(String clientId, Duration keepPrevious) {
    return exchange.change(
        path(clientId) + "/rotation?keepPreviousMinutes=" + keepPrevious.toMinutes(),
        request -> request.POST(BodyPublishers.noBody()),
        200,
        response -> ExchangeClient.json(response, ClientRegistry::login));
  }

  /** Ends a client for good. */
  public Reply<String> revoke(String clientId) {
    return exchange.change(
        path(clientId), request -> request.DELETE(), 204, _ -> new Reply.Received<>(clientId));
  }

  private static String path(String clientId) {
    return PATH + "/" + ExchangeClient.encoded(clientId);
  }

  private static ClientLogin login(JsonNode body) {
    return new ClientLogin(JsonField.text(body, "clientId"), JsonField.text(body, "clientSecret"));
  }

  /** A client without its secret. */
  public record KnownClient(
      String clientId,
      String participant,
      String role,
      Instant createdAt,
      Optional<Instant> revokedAt) {

    static KnownClient read(JsonNode body) {
      return new KnownClient(
          JsonField.text(body, "clientId"),
          JsonField.text(body, "participant"),
          JsonField.text(body, "role"),
          instant(JsonField.text(body, "createdAt")),
          body.path("revokedAt").isString()
              ? Optional.of(instant(JsonField.text(body, "revokedAt")))
              : Optional.empty());
    }

    private static Instant instant(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("a time is written 2026-01-31T00:00:00Z", e);
      }
    }
  }
}
