package io.tanlian.benchmarks.pact;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered.
 *
 * @param head the status line and the headers
 */
record Answer(int status, String head, Body body) {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final Pattern NEXT = Pattern.compile("(?mi)^link: *<(?<url>[^>]+)>; rel=\"next\"");

  /** The same answer, unless it is another than 200 or 201. */
  Answer requireDone() {
    if (status != OK && status != CREATED) {
      throw new IllegalStateException("%s%n%s".formatted(head, body));
    }
    return this;
  }

  /** Path and query of the page that follows. */
  Optional<String> next() {
    Matcher link = NEXT.matcher(head);
    if (!link.find()) {
      return Optional.empty();
    }
    URI url = URI.create(link.group("url"));
    return Optional.of(url.getRawPath() + "?" + url.getRawQuery());
  }
}
