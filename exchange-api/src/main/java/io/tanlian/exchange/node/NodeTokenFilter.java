package io.tanlian.exchange.node;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets other nodes in by their token, before any of the message is read. */
final class NodeTokenFilter extends OncePerRequestFilter {
  static final String SCHEME = "TanlianNode ";

  private final NodeToken tokens;
  private final InstantSource clock;

  NodeTokenFilter(NodeToken tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.startsWith(SCHEME)) {
      tokens
          .messageHash(header.substring(SCHEME.length()), clock.instant())
          .ifPresent(NodeTokenFilter::letIn);
    }
    chain.doFilter(request, response);
  }

  private static void letIn(byte[] messageHash) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new NodeCall(messageHash));
    SecurityContextHolder.setContext(context);
  }
}
