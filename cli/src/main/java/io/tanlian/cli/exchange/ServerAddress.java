package io.tanlian.cli.exchange;

import java.net.URI;
import java.net.URISyntaxException;

/** Where an exchange answers: {@code https://host[:port]}, nothing after it. */
public record ServerAddress(URI uri) {
  public ServerAddress {
    if ("http".equalsIgnoreCase(uri.getScheme())) {
      throw new IllegalArgumentException(
          "The server's address "
              + uri
              + " is plain http, which would show secrets to the network: use https://. A"
              + " self-signed certificate is fine with its --tls-fingerprint.");
    }
    boolean bare =
        uri.getRawPath() == null || uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
    if (!"https".equalsIgnoreCase(uri.getScheme())
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || !bare) {
      throw new IllegalArgumentException(
          "A server's address looks like https://exchange.example:8443, without anything behind"
              + " it.");
    }
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is not https, or has more than a host and a port
   */
  public static ServerAddress parse(String text) {
    try {
      return new ServerAddress(new URI(text.strip()));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "A server's address looks like https://exchange.example:8443.", e);
    }
  }

  /** The address of a resource; {@code path} starts with a slash and is already encoded. */
  URI resolve(String path) {
    return uri.resolve(path);
  }

  @Override
  public String toString() {
    String text = uri.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
