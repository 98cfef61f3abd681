package io.tanlian.exchange.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tanlian.exchange.outbound.OutboundClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Access tokens of hosts, kept until shortly before they end; one is fetched at a time. */
final class AccessTokens {
  /** A token is not used in its last moments: it could end on the way. */
  static final Duration RESERVE = Duration.ofSeconds(30);

  private static final int CONNECTIONS_KEPT_MAX = 10_000;

  private final Connections connections;
  private final TokenRequest request;
  private final InstantSource clock;
  private final Cache<UUID, Slot> slots =
      Caffeine.newBuilder().maximumSize(CONNECTIONS_KEPT_MAX).build();

  AccessTokens(Connections connections, OutboundClient http, InstantSource clock) {
    this.connections = connections;
    this.request = new TokenRequest(http);
    this.clock = clock;
  }

  /** One connection's token, and who may fetch it. */
  private static final class Slot {
    final ReentrantLock fetching = new ReentrantLock();
    @Nullable Kept kept;
  }

  private record Kept(String token, Instant until, Instant credentialsSince) {}

  /** A token for calls to the connection's host. */
  TokenOutcome of(Connection connection) {
    return of(connection, "");
  }

  /** Another one than {@code refused}, which the host did not accept. */
  TokenOutcome replacing(Connection connection, String refused) {
    return of(connection, refused);
  }

  private TokenOutcome of(Connection connection, String refused) {
    Slot slot = slots.get(connection.id(), _ -> new Slot());
    slot.fetching.lock();
    try {
      Kept kept = slot.kept;
      if (kept != null
          && !kept.token().equals(refused)
          && kept.credentialsSince().equals(connection.credentialsSince())
          && clock.instant().isBefore(kept.until())) {
        return new TokenOutcome.Granted(kept.token());
      }
      return fetch(connection, slot);
    } finally {
      slot.fetching.unlock();
    }
  }

  private TokenOutcome fetch(Connection connection, Slot slot) {
    Optional<String> secret = connections.secretOf(connection.id());
    if (secret.isEmpty()) {
      return new TokenOutcome.Denied("the connection's secret is not here any more");
    }
    Instant asked = clock.instant();
    return switch (request.send(connection, secret.get())) {
      case TokenRequest.Answer.Issued(String token, Duration life) -> {
        slot.kept = new Kept(token, asked.plus(life).minus(RESERVE), connection.credentialsSince());
        yield new TokenOutcome.Granted(token);
      }
      case TokenRequest.Answer.Denied(String words) -> {
        slot.kept = null;
        yield new TokenOutcome.Denied(words);
      }
    };
  }
}
