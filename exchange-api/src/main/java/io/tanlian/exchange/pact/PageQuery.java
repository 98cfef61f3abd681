package io.tanlian.exchange.pact;

import io.tanlian.exchange.sharing.Condition;
import io.tanlian.exchange.sharing.FootprintPages.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which page of a list a request asks for, and the link to the next one. */
final class PageQuery {

  static final int LIMIT_DEFAULT = 100;

  /** Of one page; who asks for more gets this many and a link. */
  static final int LIMIT_MAX = 1_000;

  private static final String LIMIT = "limit";

  /** The last entry of the page before. */
  private static final String AFTER = "after";

  /** The ledger's tree size when the first page was asked for. */
  private static final String AS_OF = "asOf";

  private PageQuery() {}

  /**
   * The page asked for.
   *
   * @throws IllegalArgumentException naming the parameter that is malformed
   */
  static PageRequest of(HttpServletRequest request, long head, Condition condition) {
    return new PageRequest(
        number(request, AFTER, -1, -1, Long.MAX_VALUE),
        number(request, AS_OF, head, 0, head),
        (int) Math.min(LIMIT_MAX, number(request, LIMIT, LIMIT_DEFAULT, 0, Long.MAX_VALUE)),
        condition);
  }

  /**
   * Refuses parameters that would have no effect: a list that ignores a filter holds too much.
   *
   * @param filters names of filters, in any case
   * @return what is refused; null if nothing is
   */
  static @Nullable PactRefusal unknownParameters(HttpServletRequest request, Set<String> filters) {
    Set<String> known =
        filters.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>();
    for (String name : request.getParameterMap().keySet()) {
      if (!known.contains(name.toLowerCase(Locale.ROOT))
          && !Set.of(LIMIT, AFTER, AS_OF).contains(name)) {
        unknown.add(name);
      }
    }
    if (unknown.isEmpty()) {
      return null;
    }
    String words = "This host has no parameter " + String.join(", ", unknown) + ".";
    return unknown.stream().allMatch(name -> name.startsWith("x-"))
        ? PactRefusal.notImplemented(words)
        : PactRefusal.badRequest(words);
  }

  /** RFC 8288: the same query, after the last entry of this page, on the same tree. */
  static String next(HttpServletRequest request, PageRequest page, long last) {
    StringBuilder url = new StringBuilder("https://").append(host(request));
    url.append(request.getRequestURI());
    char separator = '?';
    for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
      if (!Set.of(AFTER, AS_OF).contains(parameter.getKey())) {
        for (String value : parameter.getValue()) {
          url.append(separator).append(encoded(parameter.getKey()));
          url.append('=').append(encoded(value));
          separator = '&';
        }
      }
    }
    url.append(separator).append(AFTER).append('=').append(last);
    url.append('&').append(AS_OF).append('=').append(page.treeSize());
    return "<" + url + ">; rel=\"next\"";
  }

  /** As the caller named it, for the standard wants the same in the link. */
  private static String host(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host == null ? request.getServerName() + ":" + request.getServerPort() : host;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static long number(
      HttpServletRequest request, String name, long absent, long min, long max) {
    String text = request.getParameter(name);
    if (text == null) {
      return absent;
    }
    try {
      long value = Long.parseLong(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, with the range.
    }
    throw new IllegalArgumentException(
        name + " must be a number from " + min + " to " + max + ", not " + text);
  }
}
