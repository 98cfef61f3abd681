package io.tanlian.exchange.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A database that does not answer before a request reaches its controller: at {@code /auth/token}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DatabaseFailures extends OncePerRequestFilter {

  private final JsonMapper json;

  DatabaseFailures(JsonMapper json) {
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (DataAccessException failure) {
      if (response.isCommitted()) {
        throw failure;
      }
      ProblemDocument document = ProblemDocument.of(List.of(RequestProblems.unavailable(failure)));
      response.reset();
      response.setStatus(document.status());
      document
          .answer()
          .getHeaders()
          .forEach((name, values) -> response.setHeader(name, values.getFirst()));
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      json.writeValue(response.getOutputStream(), document);
    }
  }
}
