package io.tanlian.exchange.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Refuses the access tokens of revoked clients within {@link #FORGET} on every node, although a
 * token is complete in itself. While the database does not answer, tokens are taken as they are:
 * nothing is read or written then anyway, and the caller hears of the database.
 */
final class ClientsInForce implements OAuth2TokenValidator<Jwt> {
  private static final Duration REFRESH = Duration.ofSeconds(5);
  private static final Duration FORGET = Duration.ofSeconds(30);
  private static final int CLIENTS_MAX = 100_000;

  private final LoadingCache<String, Boolean> inForce;

  ClientsInForce(Clients clients) {
    this.inForce =
        Caffeine.newBuilder()
            .maximumSize(CLIENTS_MAX)
            .refreshAfterWrite(REFRESH)
            .expireAfterWrite(FORGET)
            .build(clientId ->
                clients.find(clientId).filter(Clients.StoredClient::inForce).isPresent());
  }

  /** So that this node need not wait to learn of it. */
  void revoked(String clientId) {
    inForce.put(clientId, false);
  }

  private boolean isInForce(@Nullable String clientId) {
    try {
      return clientId != null && Boolean.TRUE.equals(inForce.get(clientId));
    } catch (DataAccessException unanswered) {
      return true;
    }
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    return isInForce(token.getSubject())
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The client is revoked.", null));
  }
}
