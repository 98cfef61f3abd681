package io.tanlian.exchange.received;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code Link: <...>; rel="next"} (RFC 8288), as PACT hosts page with it. */
final class NextPage {
  /** A target and its parameters; possessive, for a stranger's header must not cost much. */
  private static final Pattern LINK =
      Pattern.compile(
          "<([^<>\\s]{1,4000})>"
              + "((?:\\s*+;\\s*+[^;,<>\"=\\s]++\\s*+(?:=\\s*+(?:\"[^\"]*+\"|[^;,\\s\"]++))?+)*+)");

  private static final Pattern NEXT =
      Pattern.compile(
          ";\\s*+rel\\s*+=\\s*+(?:next(?![^;\\s])|\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\")",
          Pattern.CASE_INSENSITIVE);

  private NextPage() {}

  /** Where the next page is, if there is one; a relative link is resolved against this page. */
  static Optional<URI> of(List<String> linkHeaders, URI page) {
    for (String header : linkHeaders) {
      Matcher link = LINK.matcher(header);
      while (link.find()) {
        if (NEXT.matcher(link.group(2)).find()) {
          return resolved(page, link.group(1));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<URI> resolved(URI page, String target) {
    try {
      return Optional.of(page.resolve(URI.create(target)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
