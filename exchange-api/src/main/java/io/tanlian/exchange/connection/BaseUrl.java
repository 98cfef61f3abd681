package io.tanlian.exchange.connection;

import io.tanlian.exchange.outbound.OutboundRules;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one spelling of a host's base URL. */
final class BaseUrl {
  private static final int CHARS_MAX = 500;
  private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9._~-]+)*");
  private static final Pattern OF_PACT = Pattern.compile(".*/[23](?:/footprints|/events)?");
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private BaseUrl() {}

  /**
   * Reads a base URL.
   *
   * @throws IllegalArgumentException in words, if it is none that may be called
   */
  static URI parse(String text, OutboundRules rules) {
    URI url = url(text, rules);
    String path = url.getRawPath().replaceAll("/+$", "");
    if (OF_PACT.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "the base URL is what comes before /3/footprints; leave the rest away");
    }
    return canonical(url, path);
  }

  /** Reads a token endpoint: likewise, with any path. */
  static URI parseEndpoint(String text, OutboundRules rules) {
    URI url = url(text, rules);
    return canonical(url, url.getRawPath());
  }

  private static URI url(String text, OutboundRules rules) {
    URI url;
    try {
      url = URI.create(text);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException("write https://HOST[:PORT][/PATH]", malformed);
    }
    Optional<String> objection = rules.objection(url);
    if (objection.isPresent()) {
      throw new IllegalArgumentException(objection.get());
    }
    String path = url.getRawPath().replaceAll("/+$", "");
    if (text.length() > CHARS_MAX
        || url.getRawQuery() != null
        || !PATH.matcher(path).matches()
        || !url.normalize().getRawPath().equals(url.getRawPath())) {
      throw new IllegalArgumentException(
          "the path has plain segments, at most %d characters and no query".formatted(CHARS_MAX));
    }
    return url;
  }

  private static URI canonical(URI url, String path) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    int standard = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
    String port = url.getPort() < 0 || url.getPort() == standard ? "" : ":" + url.getPort();
    return URI.create(scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port + path);
  }
}
