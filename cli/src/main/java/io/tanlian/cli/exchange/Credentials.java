package io.tanlian.cli.exchange;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.participant.Role;
import io.tanlian.tlog.note.VerifierKey;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a program needs to know of an exchange, as its operator hands it out in a JSON file: {@code
 * {"server","tlsFingerprint","clientId","clientSecret","logKey","participant","role"}}.
 *
 * @param login empty where only public resources are to be read
 * @param logKey the log's key that everything is verified with
 * @param participant whom the client acts for
 */
public record Credentials(
    ServerAddress server,
    Optional<TlsFingerprint> tlsFingerprint,
    Optional<ClientLogin> login,
    Optional<VerifierKey> logKey,
    Optional<ParticipantId> participant,
    Optional<Role> role) {
  private static final Set<String> MEMBERS =
      Set.of(
          "server", "tlsFingerprint", "clientId", "clientSecret", "logKey", "participant", "role");

  /** What is known of an exchange by its address alone. */
  public static Credentials of(ServerAddress server) {
    return new Credentials(
        server,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Reads the content of a credentials file.
   *
   * @param secret the client secret, where it is kept elsewhere than in the file; it takes
   *     precedence
   * @throws IllegalArgumentException naming the member that is missing, unknown or wrong
   */
  public static Credentials read(JsonNode file, Optional<String> secret) {
    if (!file.isObject() || !MEMBERS.containsAll(file.propertyNames())) {
      throw new IllegalArgumentException(
          "a credentials file is a JSON object with no members but " + new TreeSet<>(MEMBERS));
    }
    Optional<String> clientId = member(file, "clientId", Function.identity());
    Optional<String> clientSecret =
        secret.or(() -> member(file, "clientSecret", Function.identity()));
    return new Credentials(
        member(file, "server", ServerAddress::parse)
            .orElseThrow(() -> new IllegalArgumentException("server is missing")),
        member(file, "tlsFingerprint", TlsFingerprint::parse),
        clientId.flatMap(id -> clientSecret.map(known -> new ClientLogin(id, known))),
        member(file, "logKey", VerifierKey::parse),
        member(file, "participant", ParticipantId::parse),
        member(file, "role", Role::parse));
  }

  /** The content of a credentials file, the secret in the clear: for its owner's eyes only. */
  public ObjectNode toJson() {
    ObjectNode file = JsonNodeFactory.instance.objectNode().put("server", server.toString());
    tlsFingerprint.ifPresent(pinned -> file.put("tlsFingerprint", pinned.toString()));
    login.ifPresent(
        known -> file.put("clientId", known.clientId()).put("clientSecret", known.clientSecret()));
    logKey.ifPresent(key -> file.put("logKey", key.format()));
    participant.ifPresent(id -> file.put("participant", id.value()));
    role.ifPresent(known -> file.put("role", known.wireName()));
    return file;
  }

  private static <T> Optional<T> member(JsonNode file, String name, Function<String, T> parse) {
    if (!file.has(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(JsonField.text(file, name)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }
}
