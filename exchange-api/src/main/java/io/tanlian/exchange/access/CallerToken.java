package io.tanlian.exchange.access;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.participant.Role;
import io.tanlian.exchange.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/** An authenticated request: a verified access token read as a {@link Caller}. */
final class CallerToken extends AbstractAuthenticationToken {

  static final String PARTICIPANT_CLAIM = "participant";
  static final String ROLE_CLAIM = "role";

  private final Caller caller;
  private final String clientId;

  private CallerToken(Caller caller, String clientId) {
    super(List.of(authority(caller.role())));
    this.caller = caller;
    this.clientId = clientId;
    setAuthenticated(true);
  }

  static CallerToken of(Jwt token) {
    return new CallerToken(
        new Caller(
            ParticipantId.parse(claim(token, PARTICIPANT_CLAIM)),
            Role.parse(claim(token, ROLE_CLAIM))),
        claim(token, JwtClaimNames.SUB));
  }

  static GrantedAuthority authority(Role role) {
    return new SimpleGrantedAuthority("ROLE_" + role.name().toUpperCase(Locale.ROOT));
  }

  private static String claim(Jwt token, String name) {
    return Objects.requireNonNull(token.getClaimAsString(name), name);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  /** The client's id: a participant may have several clients. */
  @Override
  public String getName() {
    return clientId;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallerToken that
        && caller.equals(that.caller)
        && clientId.equals(that.clientId);
  }

  @Override
  public int hashCode() {
    return caller.hashCode();
  }
}
