package io.tanlian.exchange.node;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A request of another node of this log, for one message. */
final class NodeCall extends AbstractAuthenticationToken {
  static final String ROLE = "NODE";

  private final byte[] messageHash;

  NodeCall(byte[] messageHash) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + ROLE)));
    this.messageHash = messageHash.clone();
    setAuthenticated(true);
  }

  boolean isFor(byte[] message) {
    return NodeToken.isMessage(message, messageHash);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return "node";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NodeCall that && Arrays.equals(messageHash, that.messageHash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(messageHash);
  }
}
