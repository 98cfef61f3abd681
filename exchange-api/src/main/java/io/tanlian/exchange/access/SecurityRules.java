package io.tanlian.exchange.access;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.tanlian.contracts.participant.Role;
import io.tanlian.exchange.Node;
import io.tanlian.exchange.problem.SecurityProblems;
import jakarta.servlet.DispatcherType;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;

/** What each path asks of a caller. Whatever is not named here as public needs a token. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

  private static final String[] PUBLIC_PATHS = {
    "/checkpoint",
    "/checkpoint/witnessed",
    "/v1/log",
    "/schemas/**",
    "/v3/api-docs",
    "/v3/api-docs.yaml",
    "/health/**"
  };

  /** Client credentials need no more of an authorization server than this. */
  private static final String[] TOKEN_PATHS = {
    "/auth/token",
    "/oauth2/jwks",
    "/.well-known/openid-configuration",
    "/.well-known/oauth-authorization-server"
  };

  @Bean
  @Order(1)
  SecurityFilterChain tokenEndpoints(
      HttpSecurity http, SecurityProblems problems, RequestRates rates) {
    http.securityMatcher(TOKEN_PATHS)
        .addFilterBefore(rates.ofTokenRequests(), AbstractPreAuthenticatedProcessingFilter.class)
        .oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(
            refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable);
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain resources(
      HttpSecurity http, JwtDecoder tokens, SecurityProblems problems, RequestRates rates) {
    http.addFilterAfter(new RequestLog(), BearerTokenAuthenticationFilter.class)
        .addFilterAfter(rates.ofClients(), RequestLog.class)
        .authorizeHttpRequests(requests ->
            requests
                // What the container refuses is answered as a problem, whoever asks.
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET, PUBLIC_PATHS)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, PUBLIC_PATHS)
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/v1/clients")
                .hasRole(Role.OPERATOR.name().toUpperCase(Locale.ROOT))
                .anyRequest()
                .authenticated())
        .oauth2ResourceServer(server ->
            server
                .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(CallerToken::of))
                .authenticationEntryPoint(problems)
                .accessDeniedHandler(problems))
        .exceptionHandling(
            refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // Callers show a bearer token with every request; no cookie is ever trusted.
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable);
    return http.build();
  }

  @Bean
  Secrets secrets() {
    return new Secrets();
  }

  @Bean
  Clients clients(JdbcClient jdbc, Secrets secrets, InstantSource clock) {
    return new Clients(jdbc, secrets, clock);
  }

  @Bean
  ClientsInForce clientsInForce(Clients clients) {
    return new ClientsInForce(clients);
  }

  @Bean
  RegisteredClientRepository registeredClients(Clients clients) {
    return new RegisteredClients(clients);
  }

  @Bean
  OAuth2AuthorizationService authorizations() {
    return new ForgottenAuthorizations();
  }

  @Bean
  AuthorizationServerSettings authorizationServer(Node node) {
    return AuthorizationServerSettings.builder()
        .issuer(node.publicUrl().toString())
        .tokenEndpoint("/auth/token")
        .build();
  }

  @Bean
  JWKSource<SecurityContext> accessTokenKeys(Node node) throws ParseException {
    return new ImmutableJWKSet<>(new JWKSet(ECKey.parse(node.accessTokenKey())));
  }

  @Bean
  JwtDecoder accessTokens(
      JWKSource<SecurityContext> keys, Node node, ClientsInForce clientsInForce) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.ES256).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(node.publicUrl().toString()), clientsInForce));
    return decoder;
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> participantAndRole(Clients clients) {
    return context -> {
      context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
      clients
          .find(context.getRegisteredClient().getClientId())
          .ifPresent(client ->
              context
                  .getClaims()
                  .claim(CallerToken.PARTICIPANT_CLAIM, client.owner().participant().value())
                  .claim(CallerToken.ROLE_CLAIM, client.owner().role().wireName()));
    };
  }
}
