package io.tanlian.example.pact;

import io.tanlian.cli.exchange.ClientLogin;
import io.tanlian.exchange.outbound.HostPort;
import io.tanlian.exchange.outbound.OutboundRules;
import io.tanlian.exchange.serve.StartRefused;
import java.net.URI;
import java.util.Set;

/**
 * The one host that events are sent to: the conformance tool's own.
 *
 * @param login what it is asked for a token with
 */
record CallbackHost(URI baseUrl, ClientLogin login) {
  private static final HostPort USUAL = new HostPort("localhost", 8080);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final ClientLogin LOGIN = new ClientLogin("pact-test", "pact-test");

  /** The rules with the usual host where the operator allowed none. */
  static OutboundRules rules(OutboundRules asked) throws StartRefused {
    if (asked.allowed().size() > 1) {
      throw new StartRefused(
          "The profile pact-test has one callback host: give --allow-host once, or not at all for "
              + USUAL
              + ".");
    }
    return asked.allowed().isEmpty()
        ? new OutboundRules(Set.of(USUAL), asked.fingerprints())
        : asked;
  }

  /** The host that these rules allow: without TLS on this machine, with it anywhere else. */
  static CallbackHost of(OutboundRules rules) {
    HostPort host = rules.allowed().iterator().next();
    boolean plain = LOOPBACK.contains(host.host()) && !rules.fingerprints().containsKey(host);
    return new CallbackHost(URI.create((plain ? "http://" : "https://") + host), LOGIN);
  }
}
