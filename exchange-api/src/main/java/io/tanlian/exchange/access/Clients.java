package io.tanlian.exchange.access;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.participant.Role;
import io.tanlian.exchange.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** OAuth 2 clients: each belongs to one participant and one role. Secrets are kept hashed. */
public final class Clients {

  private static final String INSERT =
      """
      INSERT INTO exchange.oauth_client (client_id, secret_hash, participant, role)
      VALUES (:clientId, :secretHash, :participant, :role)
      """;

  private static final String SELECT =
      """
      SELECT client_id, secret_hash, participant, role, created_at, rotated_at, revoked_at,
             CASE WHEN previous_until > :now THEN previous_hash END AS previous_hash
      FROM exchange.oauth_client
      """;

  private static final String ROTATE =
      """
      UPDATE exchange.oauth_client
      SET previous_hash = secret_hash, previous_until = :until, secret_hash = :secretHash,
          rotated_at = :now
      WHERE client_id = :clientId AND revoked_at IS NULL
      """;

  private static final String REVOKE =
      """
      UPDATE exchange.oauth_client SET revoked_at = :now
      WHERE client_id = :clientId AND revoked_at IS NULL
      """;

  private static final String OTHERS_IN_FORCE =
      """
      SELECT EXISTS (SELECT FROM exchange.oauth_client
                     WHERE role = :role AND client_id <> :clientId AND revoked_at IS NULL)
      """;

  private final JdbcClient jdbc;
  private final Secrets secrets;
  private final InstantSource clock;

  Clients(JdbcClient jdbc, Secrets secrets, InstantSource clock) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** A new client; its secret is told here and never again. */
  public IssuedClient issue(Caller owner) {
    var issued = new IssuedClient(UUID.randomUUID().toString(), secrets.next());
    jdbc.sql(INSERT)
        .param("clientId", issued.clientId())
        .param("secretHash", secrets.encode(issued.clientSecret()))
        .param("participant", owner.participant().value())
        .param("role", owner.role().wireName())
        .update();
    return issued;
  }

  /**
   * A new secret for a client that is in force; empty for any other.
   *
   * @param keepPrevious for how long the secret before is taken too, so that programs can change
   */
  Optional<RotatedClient> rotate(String clientId, Duration keepPrevious) {
    String secret = secrets.next();
    Instant previousUntil = now().plus(keepPrevious);
    int changed =
        jdbc.sql(ROTATE)
            .param("clientId", clientId)
            .param("secretHash", secrets.encode(secret))
            .param("until", utc(previousUntil))
            .param("now", utc(now()))
            .update();
    return changed == 0
        ? Optional.empty()
        : Optional.of(new RotatedClient(clientId, secret, previousUntil));
  }

  /** Ends a client for good, its access tokens within seconds; false if it was ended before. */
  boolean revoke(String clientId) {
    return jdbc.sql(REVOKE).param("clientId", clientId).param("now", utc(now())).update() > 0;
  }

  /** Whether nobody could act in this role any more without this client. */
  boolean isLastOf(Role role, String clientId) {
    return !jdbc.sql(OTHERS_IN_FORCE)
        .param("role", role.wireName())
        .param("clientId", clientId)
        .query(Boolean.class)
        .single();
  }

  Optional<StoredClient> find(String clientId) {
    return select(" WHERE client_id = :clientId")
        .param("clientId", clientId)
        .query((row, n) -> stored(row))
        .optional();
  }

  List<StoredClient> of(ParticipantId participant) {
    return select(" WHERE participant = :participant ORDER BY created_at, client_id")
        .param("participant", participant.value())
        .query((row, n) -> stored(row))
        .list();
  }

  private JdbcClient.StatementSpec select(String where) {
    return jdbc.sql(SELECT + where).param("now", utc(now()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static StoredClient stored(ResultSet row) throws SQLException {
    return new StoredClient(
        row.getString("client_id"),
        Secrets.either(row.getString("secret_hash"), row.getString("previous_hash")),
        new Caller(
            ParticipantId.parse(row.getString("participant")), Role.parse(row.getString("role"))),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "rotated_at"),
        instant(row, "revoked_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** A client's credentials, as handed to its owner once. */
  public record IssuedClient(String clientId, String clientSecret) {
    @Override
    public String toString() {
      return "IssuedClient[" + clientId + "]";
    }
  }

  /** A client's new secret, as handed to its owner once, and until when the old one is taken. */
  record RotatedClient(String clientId, String clientSecret, Instant previousUntil) {
    @Override
    public String toString() {
      return "RotatedClient[" + clientId + "]";
    }
  }

  /**
   * A client as it is kept.
   *
   * @param secretHash of the secret, and of the one before while that is taken too
   */
  record StoredClient(
      String clientId,
      String secretHash,
      Caller owner,
      Instant createdAt,
      @Nullable Instant rotatedAt,
      @Nullable Instant revokedAt) {

    boolean inForce() {
      return revokedAt == null;
    }

    @Override
    public String toString() {
      return "StoredClient[" + clientId + ", " + owner + "]";
    }
  }
}
