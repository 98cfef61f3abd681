package io.tanlian.exchange.problem;

import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.storage.LedgerUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what goes wrong outside our own rules (routing, transport, database) into problems. */
@RestControllerAdvice
final class RequestProblems {

  private static final Logger LOG = LoggerFactory.getLogger(RequestProblems.class);

  @ExceptionHandler
  ResponseEntity<?> answer(Exception failure, HttpServletRequest request) {
    Problem problem = problem(failure, request);
    if (problem.code().httpStatus() == 500) {
      LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
    }
    ResponseEntity<ProblemDocument> answer = document(problem, failure).answer();
    HttpHeaders headers = new HttpHeaders(answer.getHeaders());
    if (failure instanceof HttpRequestMethodNotSupportedException method) {
      headers.putAll(method.getHeaders());
    }
    return PactPaths.isPact(request)
        ? ResponseEntity.status(answer.getStatusCode())
            .headers(headers)
            .contentType(MediaType.APPLICATION_JSON)
            .body(new PactError(pactCode(problem.code(), request), problem.detail()))
        : ResponseEntity.status(answer.getStatusCode()).headers(headers).body(answer.getBody());
  }

  private static ProblemDocument document(Problem problem, Exception failure) {
    ProblemDocument document = ProblemDocument.of(List.of(problem));
    return failure instanceof CorruptLedgerException damaged
        ? document.at(damaged.index())
        : document;
  }

  private static Problem problem(Exception failure, HttpServletRequest request) {
    return switch (failure) {
      case QueryRefused refused -> refused.problem();
      case ErrorResponse known when known.getStatusCode().value() == 404 ->
          Problem.of(
              ProblemCode.REQUEST_NOT_FOUND,
              "There is nothing at " + request.getRequestURI() + ".",
              "See /v3/api-docs for the paths there are.");
      case HttpRequestMethodNotSupportedException method ->
          Problem.of(
              ProblemCode.REQUEST_METHOD_NOT_ALLOWED,
              "This path does not take " + method.getMethod() + ".",
              "Use a method that the header Allow names.");
      case ErrorResponse known when known.getStatusCode().value() == 415 ->
          Problem.of(
              ProblemCode.REQUEST_UNSUPPORTED_TYPE,
              "The content type " + request.getContentType() + " is not accepted here.",
              "Send a signed statement as application/vc+sd-jwt, everything else as"
                  + " application/json.");
      case ErrorResponse known when known.getStatusCode().is4xxClientError() ->
          Problem.of(
              ProblemCode.REQUEST_INVALID,
              String.valueOf(known.getBody().getDetail()),
              "See /v3/api-docs for what this path takes.");
      case TypeMismatchException mistyped ->
          Problem.of(
              ProblemCode.REQUEST_INVALID,
              mistyped.getPropertyName() + " cannot be " + given(mistyped) + ".",
              "See /v3/api-docs for what this path takes.");
      case InvalidParameterException unreadable ->
          Problem.of(
              ProblemCode.REQUEST_INVALID,
              "The query or form has too many parameters, or cannot be decoded.",
              "See /v3/api-docs for the parameters this path takes.");
      case RequestRejectedException odd ->
          Problem.of(
              ProblemCode.REQUEST_INVALID,
              "A parameter or a header has control characters in it.",
              "Leave them out.");
      case EOFException truncated -> truncated();
      case HttpMessageNotReadableException unreadable ->
          Problem.of(
              ProblemCode.REQUEST_INVALID,
              "The body cannot be read as what this path takes.",
              "See /v3/api-docs for what this path takes.");
      case DataAccessResourceFailureException database -> unavailable(failure);
      case TransientDataAccessException database -> unavailable(failure);
      case RecoverableDataAccessException database -> unavailable(failure);
      case LedgerUnavailableException database -> unavailable(failure);
      case LagException lag ->
          Problem.of(
              ProblemCode.LEDGER_BUSY,
              "The answer would miss what was published last: " + lag.getMessage() + ".",
              "Ask again after the time in Retry-After.");
      case CorruptLedgerException damaged ->
          Problem.of(
              ProblemCode.LEDGER_CORRUPT,
              String.valueOf(damaged.getMessage()),
              "Tell the operator and keep your copies of this log.");
      case IOException connection -> truncated();
      default ->
          Problem.of(
              ProblemCode.SERVICE_FAILED,
              "The service failed to answer; nothing was recorded by this request.",
              "Try again; if it goes on, tell the operator the time and the path.");
    };
  }

  private static @Nullable Object given(TypeMismatchException mistyped) {
    return mistyped.getValue() instanceof Object[] repeated
        ? String.join(", ", Arrays.stream(repeated).map(String::valueOf).toList())
        : mistyped.getValue();
  }

  private static Problem truncated() {
    return Problem.of(
        ProblemCode.REQUEST_TRUNCATED,
        "The body ended before its announced length, or came too slowly.",
        "Send it again, whole; nothing was recorded.");
  }

  static Problem unavailable(Exception failure) {
    LOG.warn("The database did not answer: {}", failure.getMessage());
    return Problem.of(
        ProblemCode.LEDGER_UNAVAILABLE,
        "The database does not answer at the moment.",
        "Try again in a moment; publishing the same statement again is safe.");
  }

  private static String pactCode(ProblemCode code, HttpServletRequest request) {
    return switch (code.httpStatus()) {
      case 403 -> PactError.ACCESS_DENIED;
      case 404 -> PactPaths.isVersion2(request) ? PactError.NO_SUCH_FOOTPRINT : PactError.NOT_FOUND;
      case 400, 405, 413, 415, 422 -> PactError.BAD_REQUEST;
      default -> PactError.INTERNAL_ERROR;
    };
  }
}
