package io.tanlian.exchange.outbound;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the operator lets calls do beyond what every call may: go by HTTPS to a public address whose
 * certificate an authority vouches for.
 *
 * @param allowed hosts that may have any address and may be called without TLS
 * @param fingerprints certificates trusted in place of authorities: {@code sha256:} and the
 *     lower-case hex SHA-256 of the DER bytes, by host
 */
public record OutboundRules(Set<HostPort> allowed, Map<HostPort, String> fingerprints) {
  /** Nothing beyond. */
  public static final OutboundRules NONE = new OutboundRules(Set.of(), Map.of());

  public OutboundRules {
    allowed = Set.copyOf(allowed);
    fingerprints = Map.copyOf(fingerprints);
  }

  /** Why no call may go to this URL, before its host is looked up; empty if one may. */
  public Optional<String> objection(URI url) {
    String scheme = String.valueOf(url.getScheme());
    boolean plain = scheme.equalsIgnoreCase("http");
    if (url.getHost() == null || (!plain && !scheme.equalsIgnoreCase("https"))) {
      return Optional.of("the address must be https://HOST[:PORT][/PATH]");
    }
    if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
      return Optional.of("the address must have no user name and no fragment");
    }
    if (url.getPort() == 0 || url.getPort() > 65_535) {
      return Optional.of("the address must have a port from 1 to 65535");
    }
    HostPort target = HostPort.of(url);
    if (plain && !allowed.contains(target)) {
      return Optional.of(
          "the address must be https; only hosts the operator allowed by name are called without"
              + " TLS");
    }
    return Optional.empty();
  }
}
