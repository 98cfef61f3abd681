package io.tanlian.exchange.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks hosts up and refuses those with an address that is not public. The client connects to the
 * very addresses that were checked, so a name that changes its address in between gains nothing.
 */
final class GuardedResolver implements DnsResolver {
  private static final Duration LOOKUP_TIMEOUT = Duration.ofSeconds(5);

  private final OutboundRules rules;
  private final HostLookup lookup;

  GuardedResolver(OutboundRules rules, HostLookup lookup) {
    this.rules = rules;
    this.lookup = lookup;
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    boolean anyAddress = rules.allowed().contains(new HostPort(host, port));
    List<InetSocketAddress> checked = new ArrayList<>();
    for (InetAddress address : lookUp(host)) {
      Optional<String> objection = AddressRanges.objection(address);
      if (objection.isPresent() && !anyAddress) {
        throw new AddressRefused(host + " is not called: " + objection.get());
      }
      checked.add(new InetSocketAddress(address, port));
    }
    if (checked.isEmpty()) {
      throw new UnknownHostException(host + " has no address");
    }
    return checked;
  }

  /** Without a port no host is allowed by name. */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = lookUp(host);
    for (InetAddress address : addresses) {
      Optional<String> objection = AddressRanges.objection(address);
      if (objection.isPresent()) {
        throw new AddressRefused(host + " is not called: " + objection.get());
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** A look-up cannot be interrupted, so it is left to itself when the time is over. */
  private InetAddress[] lookUp(String host) throws UnknownHostException {
    CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
    Thread.startVirtualThread(() -> {
      try {
        found.complete(lookup.addresses(host));
      } catch (UnknownHostException | RuntimeException unknown) {
        found.completeExceptionally(unknown);
      }
    });
    try {
      return found.get(LOOKUP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw unknown(host + " was not found in time", e);
    } catch (ExecutionException e) {
      throw unknown(host + " has no known address", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(host + " was not looked up to the end", e);
    }
  }

  private static UnknownHostException unknown(String words, Exception cause) {
    UnknownHostException unknown = new UnknownHostException(words);
    unknown.initCause(cause);
    return unknown;
  }
}
