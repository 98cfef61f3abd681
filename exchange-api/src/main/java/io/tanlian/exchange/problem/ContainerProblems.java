package io.tanlian.exchange.problem;

import io.swagger.v3.oas.annotations.Hidden;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what never reached a controller: refused by the firewall or by the container. */
@Hidden
@RestController
final class ContainerProblems implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<ProblemDocument> problem(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Problem problem =
        switch (status) {
          case Integer code when code >= 500 ->
              Problem.of(
                  ProblemCode.SERVICE_FAILED,
                  "The service failed to answer.",
                  "Try again; if it goes on, tell the operator the time and the path.");
          case Integer code when code >= 400 && code != 404 ->
              Problem.of(
                  ProblemCode.REQUEST_INVALID,
                  "The request is not well-formed HTTP for this service.",
                  "Percent-encode the path, and see /v3/api-docs for what there is.");
          case null, default ->
              Problem.of(
                  ProblemCode.REQUEST_NOT_FOUND,
                  "There is nothing here.",
                  "See /v3/api-docs for the paths there are.");
        };
    return ProblemDocument.of(List.of(problem)).answer();
  }
}
