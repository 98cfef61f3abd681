package io.tanlian.exchange.outbound;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A request to another company's host.
 *
 * @param headers by name; never logged, for tokens are among them
 */
public record OutboundCall(
    String method, URI url, Map<String, String> headers, Optional<Body> body) {
  public OutboundCall {
    headers = Map.copyOf(headers);
  }

  /** What is sent. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Body(String mediaType, byte[] bytes) {}

  public static OutboundCall get(URI url, Map<String, String> headers) {
    return new OutboundCall("GET", url, headers, Optional.empty());
  }

  public static OutboundCall post(URI url, Map<String, String> headers, Body body) {
    return new OutboundCall("POST", url, headers, Optional.of(body));
  }

  @Override
  public String toString() {
    return method + " " + url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
  }
}
