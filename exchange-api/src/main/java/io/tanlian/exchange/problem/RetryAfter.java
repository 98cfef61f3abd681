package io.tanlian.exchange.problem;

import org.springframework.http.HttpHeaders;

/** When to try again, for the answers to which that is the remedy (RFC 9110 section 10.2.3). */
final class RetryAfter {

  private static final String SECONDS = "1";

  private RetryAfter() {}

  static HttpHeaders of(int status) {
    HttpHeaders headers = new HttpHeaders();
    if (status == 503 || status == 429) {
      headers.set(HttpHeaders.RETRY_AFTER, SECONDS);
    }
    return headers;
  }
}
