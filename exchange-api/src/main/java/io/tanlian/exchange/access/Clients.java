package io.tanlian.exchange.access;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.participant.Role;
import io.tanlian.exchange.Caller;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** OAuth 2 clients: each belongs to one participant and one role. Secrets are kept hashed. */
public final class Clients {

  private static final int SECRET_BYTES = 32;

  private static final String INSERT =
      """
      INSERT INTO exchange.oauth_client (client_id, secret_hash, participant, role)
      VALUES (:clientId, :secretHash, :participant, :role)
      """;

  private static final String SELECT =
      """
      SELECT client_id, secret_hash, participant, role
      FROM exchange.oauth_client WHERE client_id = :clientId
      """;

  private static final String ANY_OF_PARTICIPANT =
      "SELECT EXISTS (SELECT FROM exchange.oauth_client WHERE participant = :participant)";

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;

  public Clients(JdbcClient jdbc, PasswordEncoder passwords) {
    this.jdbc = jdbc;
    this.passwords = passwords;
  }

  /** A new client; its secret is told here and never again. */
  public IssuedClient issue(Caller owner) {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    var issued =
        new IssuedClient(
            UUID.randomUUID().toString(),
            Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    jdbc.sql(INSERT)
        .param("clientId", issued.clientId())
        .param("secretHash", passwords.encode(issued.clientSecret()))
        .param("participant", owner.participant().value())
        .param("role", owner.role().wireName())
        .update();
    return issued;
  }

  public boolean any(ParticipantId participant) {
    return jdbc.sql(ANY_OF_PARTICIPANT)
        .param("participant", participant.value())
        .query(Boolean.class)
        .single();
  }

  Optional<StoredClient> find(String clientId) {
    return jdbc.sql(SELECT)
        .param("clientId", clientId)
        .query((row, n) ->
            new StoredClient(
                row.getString("client_id"),
                row.getString("secret_hash"),
                new Caller(
                    ParticipantId.parse(row.getString("participant")),
                    Role.parse(row.getString("role")))))
        .optional();
  }

  /** A client's credentials, as handed to its owner once. */
  public record IssuedClient(String clientId, String clientSecret) {
    @Override
    public String toString() {
      return "IssuedClient[" + clientId + "]";
    }
  }

  record StoredClient(String clientId, String secretHash, Caller owner) {
    @Override
    public String toString() {
      return "StoredClient[" + clientId + ", " + owner + "]";
    }
  }
}
