package io.tanlian.exchange.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Shows our {@link Clients} to the authorization server: client credentials by HTTP Basic only. */
final class RegisteredClients implements RegisteredClientRepository {

  private static final Duration ACCESS_TOKEN_LIFETIME = Duration.ofMinutes(30);

  private final Clients clients;

  RegisteredClients(Clients clients) {
    this.clients = clients;
  }

  @Override
  public void save(RegisteredClient registeredClient) {
    throw new UnsupportedOperationException("Clients are issued by Clients.issue");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return clients
        .find(clientId)
        .filter(Clients.StoredClient::inForce)
        .map(RegisteredClients::registered)
        .orElse(null);
  }

  private static RegisteredClient registered(Clients.StoredClient client) {
    return RegisteredClient.withId(client.clientId())
        .clientId(client.clientId())
        .clientSecret(client.secretHash())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(ACCESS_TOKEN_LIFETIME).build())
        .build();
  }
}
