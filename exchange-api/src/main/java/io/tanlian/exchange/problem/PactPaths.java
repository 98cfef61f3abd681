package io.tanlian.exchange.problem;

import jakarta.servlet.http.HttpServletRequest;

/** Which requests speak PACT and so get PACT's error bodies. */
final class PactPaths {

  private PactPaths() {}

  static boolean isPact(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/3/") || request.getRequestURI().startsWith("/2/");
  }
}
