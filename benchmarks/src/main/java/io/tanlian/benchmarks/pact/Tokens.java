package io.tanlian.benchmarks.pact;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.participant.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clients of a node's participants, and the tokens they sign in with. */
final class Tokens {
  private static final String JSON = "Content-Type: application/json\r\n";

  private final ExchangeNode node;
  private final String ofOperator;

  Tokens(ExchangeNode node) throws IOException {
    this.node = node;
    this.ofOperator = bearer(node.credentials());
  }

  /** A header with a token of the operator. */
  String ofOperator() {
    return ofOperator;
  }

  /** New clients of a participant, to whom each the node answers so many requests a second. */
  List<JsonNode> newClients(ParticipantId participant, Role role, int count) throws IOException {
    String request =
        "{\"participant\":\"%s\",\"role\":\"%s\"}".formatted(participant.value(), role.wireName());
    List<JsonNode> clients = new ArrayList<>();
    try (HttpsConnection operator = new HttpsConnection(node.url(), node.tls(), ofOperator)) {
      for (int i = 0; i < count; i++) {
        Answer issued = operator.post("/v1/clients", JSON, request).requireDone();
        clients.add(JsonMapper.shared().readTree(issued.body().bytes()));
      }
    }
    return clients;
  }

  /** A header with a token of each client. */
  List<String> of(List<JsonNode> clients) throws IOException {
    List<String> tokens = new ArrayList<>();
    for (JsonNode client : clients) {
      tokens.add(bearer(client));
    }
    return tokens;
  }

  private String bearer(JsonNode client) throws IOException {
    String login =
        client.path("clientId").stringValue() + ":" + client.path("clientSecret").stringValue();
    String basic =
        "Authorization: Basic %s\r\n"
            .formatted(Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    try (HttpsConnection connection = new HttpsConnection(node.url(), node.tls(), basic)) {
      Answer answer =
          connection
              .post(
                  "/auth/token",
                  "Content-Type: application/x-www-form-urlencoded\r\n",
                  "grant_type=client_credentials")
              .requireDone();
      String token =
          JsonMapper.shared().readTree(answer.body().bytes()).path("access_token").stringValue();
      return "Authorization: Bearer " + token + "\r\n";
    }
  }
}
