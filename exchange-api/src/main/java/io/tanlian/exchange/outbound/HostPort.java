package io.tanlian.exchange.outbound;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and a port, as URLs name them.
 *
 * @param host in lower case; an IPv6 address in brackets, which are added where they are missing
 */
public record HostPort(String host, int port) {
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;
  private static final int PORT_MAX = 65_535;
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::([0-9]{1,5}))?");

  public HostPort {
    host = host.toLowerCase(Locale.ROOT);
    if (host.indexOf(':') >= 0 && !host.startsWith("[")) {
      host = "[" + host + "]";
    }
    if (port < 1 || port > PORT_MAX) {
      throw new IllegalArgumentException("a port is a number from 1 to " + PORT_MAX);
    }
  }

  /**
   * Reads {@code HOST:PORT}; without a port it is that of https.
   *
   * @throws IllegalArgumentException in words, if it is something else
   */
  public static HostPort parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("a host is named as HOST:PORT, such as localhost:9443");
    }
    return new HostPort(
        parts.group(1), parts.group(2) == null ? HTTPS_PORT : Integer.parseInt(parts.group(2)));
  }

  /**
   * Where a URL leads.
   *
   * @throws IllegalArgumentException if it names no host
   */
  public static HostPort of(URI url) {
    String host = url.getHost();
    if (host == null) {
      throw new IllegalArgumentException("the URL names no host: write https://HOST[:PORT]");
    }
    int standard = "http".equalsIgnoreCase(url.getScheme()) ? HTTP_PORT : HTTPS_PORT;
    return new HostPort(host, url.getPort() < 0 ? standard : url.getPort());
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
