package io.tanlian.exchange.problem;

import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a caller without a good token, or without the role, is told. */
@Component
public final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final JsonMapper json;

  SecurityProblems(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE,
        cause instanceof OAuth2AuthenticationException
            ? "Bearer error=\"invalid_token\""
            : "Bearer");
    write(
        request,
        response,
        Problem.of(
            ProblemCode.ACCESS_UNAUTHENTICATED,
            "This path needs a valid access token.",
            "Get one from POST /auth/token with your client's id and secret (HTTP Basic,"
                + " grant_type=client_credentials), and send it as Authorization: Bearer."),
        isExpired(cause)
            ? new PactError(PactError.TOKEN_EXPIRED, "The access token has expired")
            : new PactError(PactError.BAD_REQUEST, "A valid access token is needed"));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    write(
        request,
        response,
        Problem.of(
            ProblemCode.ACCESS_DENIED,
            "Your client's role does not allow this.",
            "Use a client of the role that does; the operator issues clients."),
        new PactError(PactError.ACCESS_DENIED, "Access denied"));
  }

  /** What a caller who asks too much is told, with the time to wait. */
  public void refuse(
      HttpServletRequest request, HttpServletResponse response, Problem problem, long retryAfterMs)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, ProblemDocument.retryAfterSeconds(retryAfterMs));
    refuse(request, response, problem);
  }

  /** What a caller whose request cannot be read is told. */
  void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    write(request, response, problem, new PactError(PactError.BAD_REQUEST, problem.detail()));
  }

  private static boolean isExpired(AuthenticationException cause) {
    return cause.getCause() instanceof JwtValidationException invalid
        && invalid.getErrors().stream()
            .map(error -> String.valueOf(error.getDescription()))
            .anyMatch(description -> description.startsWith("Jwt expired"));
  }

  private void write(
      HttpServletRequest request, HttpServletResponse response, Problem problem, PactError pact)
      throws IOException {
    response.setStatus(problem.code().httpStatus());
    if (PactPaths.isPact(request)) {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      json.writeValue(response.getOutputStream(), pact);
    } else {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      json.writeValue(response.getOutputStream(), ProblemDocument.of(List.of(problem)));
    }
  }
}
