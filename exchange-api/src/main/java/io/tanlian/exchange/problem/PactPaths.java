package io.tanlian.exchange.problem;

import jakarta.servlet.http.HttpServletRequest;

/** Which requests speak PACT and so get PACT's error bodies. */
final class PactPaths {

  private PactPaths() {}

  static boolean isPact(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/3/") || isVersion2(request);
  }

  /** Whether the request is of PACT v2, which has other error codes. */
  static boolean isVersion2(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/2/");
  }
}
