package io.tanlian.exchange.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One line for each request of a client: who asked for which path, and what came of it. Queries,
 * headers and bodies are left out, for they may hold figures, names of products, or secrets.
 */
final class RequestLog extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger("tanlian.access");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long began = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      if (LOG.isInfoEnabled()) {
        LOG.info(
            "{} {} {} {} {} ms",
            caller(request),
            request.getMethod(),
            request.getRequestURI(),
            response.getStatus(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
      }
    }
  }

  private static String caller(HttpServletRequest request) {
    return SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token
        ? token.getPrincipal().participant().value() + " " + token.getName()
        : request.getRemoteAddr() + " anonymous";
  }
}
