package io.tanlian.exchange.connection;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.exchange.Node;
import io.tanlian.exchange.problem.QueryRefused;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The hosts participants registered. A participant's connections are the only hosts that are called
 * on its behalf.
 */
@Component
public final class Connections {
  /** Of one participant. */
  static final int CONNECTIONS_MAX = 100;

  private static final String COLUMNS =
      """
      SELECT id, participant, base_url, versions, token_endpoint, wants_published, client_id,
        credentials_since, extract(epoch FROM fetch_every)::bigint AS fetch_every_s,
        last_fetch_at, last_fetch
      FROM exchange.connection
      """;

  private static final String OF_PARTICIPANT =
      COLUMNS + " WHERE participant = :participant ORDER BY created_at, id";
  private static final String BY_ID = COLUMNS + " WHERE id = :id";

  private static final String INSERT =
      """
      INSERT INTO exchange.connection
        (id, participant, base_url, versions, token_endpoint, wants_published, client_id,
         client_secret, credentials_since, fetch_every, next_fetch_at, created_at)
      SELECT :id, :participant, :baseUrl, :versions::text[], :tokenEndpoint, :wantsPublished,
        :clientId, :clientSecret, :now, make_interval(secs => :fetchEvery::bigint),
        CASE WHEN :fetchEvery::bigint IS NOT NULL THEN :now::timestamptz END, :now
      WHERE (SELECT count(*) FROM exchange.connection WHERE participant = :participant) < :max
      ON CONFLICT (participant, base_url) DO NOTHING
      """;

  private static final String NEW_CREDENTIALS =
      """
      UPDATE exchange.connection
      SET client_id = :clientId, client_secret = :clientSecret, credentials_since = :now
      WHERE id = :id
      """;

  /** The next one is due a period from now, whatever becomes of this one. */
  private static final String CLAIM_DUE_FETCHES =
      """
      UPDATE exchange.connection SET next_fetch_at = :now::timestamptz + fetch_every
      WHERE id IN (
        SELECT id FROM exchange.connection WHERE next_fetch_at <= :now
        ORDER BY next_fetch_at LIMIT :limit FOR UPDATE SKIP LOCKED)
      RETURNING id
      """;

  private static final String FETCHED =
      "UPDATE exchange.connection SET last_fetch_at = :now, last_fetch = :words WHERE id = :id";

  private static final String FETCH_SOON =
      "UPDATE exchange.connection SET next_fetch_at = :now WHERE id = :id";

  private static final String DELETE = "DELETE FROM exchange.connection WHERE id = :id";
  private static final String SECRET =
      "SELECT client_secret FROM exchange.connection WHERE id = :id";

  private final JdbcClient jdbc;
  private final SecretSeal seal;
  private final InstantSource clock;

  Connections(JdbcClient jdbc, Node node, InstantSource clock) {
    this.jdbc = jdbc;
    this.seal = SealedSecrets.sealOf(node.logKey());
    this.clock = clock;
  }

  public List<Connection> of(ParticipantId participant) {
    return jdbc.sql(OF_PARTICIPANT)
        .param("participant", participant.value())
        .query(Connections::connection)
        .list();
  }

  public Optional<Connection> find(UUID id) {
    return jdbc.sql(BY_ID).param("id", id).query(Connections::connection).optional();
  }

  /**
   * A connection of this participant.
   *
   * @throws QueryRefused if there is none of this id, or it is another's
   */
  public Connection own(UUID id, ParticipantId participant) {
    return find(id)
        .filter(found -> found.participant().equals(participant))
        .orElseThrow(() ->
            QueryRefused.notFound(
                "You have no connection " + id + ".", "See /v1/connections for those you have."));
  }

  /**
   * Where an answer to this event goes.
   *
   * @param participant whose event it is
   * @param source of the event, in any spelling hosts use
   */
  public Callback allowedFor(ParticipantId participant, String source) {
    return EventSource.among(of(participant), source);
  }

  /** The new connection; empty if the participant has one to this host, or too many. */
  Optional<Connection> add(ParticipantId participant, NewConnection wanted) {
    UUID id = UUID.randomUUID();
    int added =
        jdbc.sql(INSERT)
            .param("id", id)
            .param("participant", participant.value())
            .param("baseUrl", wanted.baseUrl().toString())
            .param(
                "versions",
                wanted.versions().stream().map(PactVersion::wireName).toArray(String[]::new))
            .param("tokenEndpoint", wanted.tokenEndpoint().map(URI::toString).orElse(null))
            .param("wantsPublished", wanted.wantsPublished())
            .param("clientId", wanted.credentials().clientId())
            .param("clientSecret", seal.seal(id, wanted.credentials().clientSecret()))
            .param("fetchEvery", wanted.fetchEvery().map(Duration::toSeconds).orElse(null))
            .param("now", now())
            .param("max", CONNECTIONS_MAX)
            .update();
    return added == 0 ? Optional.empty() : find(id);
  }

  void replaceCredentials(UUID id, ClientCredentials credentials) {
    jdbc.sql(NEW_CREDENTIALS)
        .param("id", id)
        .param("clientId", credentials.clientId())
        .param("clientSecret", seal.seal(id, credentials.clientSecret()))
        .param("now", now())
        .update();
  }

  void remove(UUID id) {
    jdbc.sql(DELETE).param("id", id).update();
  }

  /** Empty if the connection was removed, or its secret does not open here. */
  Optional<String> secretOf(UUID id) {
    return jdbc.sql(SECRET)
        .param("id", id)
        .query((row, _) -> row.getBytes(1))
        .optional()
        .flatMap(sealed -> seal.open(id, sealed));
  }

  /** Connections to be fetched from now; no other caller, on whatever node, gets them too. */
  public List<Connection> claimDueFetches(Instant now, int limit) {
    return jdbc
        .sql(CLAIM_DUE_FETCHES)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list()
        .stream()
        .flatMap(id -> find(id).stream())
        .toList();
  }

  /** Lets the next round fetch, whatever the schedule, and also where there is none. */
  public void fetchSoon(UUID id, Instant now) {
    jdbc.sql(FETCH_SOON).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  /** Keeps how a fetch ended, in words. */
  public void fetched(UUID id, Instant now, String words) {
    jdbc.sql(FETCHED)
        .param("id", id)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("words", words)
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static Connection connection(ResultSet row, int number) throws SQLException {
    String tokenEndpoint = row.getString("token_endpoint");
    Long fetchEverySeconds = (Long) row.getObject("fetch_every_s");
    return new Connection(
        row.getObject("id", UUID.class),
        ParticipantId.parse(row.getString("participant")),
        URI.create(row.getString("base_url")),
        versions((String[]) row.getArray("versions").getArray()),
        Optional.ofNullable(tokenEndpoint).map(URI::create),
        row.getBoolean("wants_published"),
        row.getString("client_id"),
        row.getObject("credentials_since", OffsetDateTime.class).toInstant(),
        duration(fetchEverySeconds),
        lastFetch(row));
  }

  private static Optional<Connection.LastFetch> lastFetch(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("last_fetch_at", OffsetDateTime.class);
    return at == null
        ? Optional.empty()
        : Optional.of(new Connection.LastFetch(at.toInstant(), row.getString("last_fetch")));
  }

  private static Set<PactVersion> versions(String[] names) {
    return Arrays.stream(names).map(PactVersion::parse).collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Duration> duration(@Nullable Long seconds) {
    return Optional.ofNullable(seconds).map(Duration::ofSeconds);
  }
}
