package io.tanlian.exchange.pact;

import io.tanlian.exchange.problem.PactError;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Why a request is not answered, as PACT says it. */
record PactRefusal(HttpStatus status, String code, String message) {

  static PactRefusal badRequest(String message) {
    return new PactRefusal(HttpStatus.BAD_REQUEST, PactError.BAD_REQUEST, message);
  }

  /** The request is at fault, for it asks what no host has to do; not the service, so no 501. */
  static PactRefusal notImplemented(String message) {
    return new PactRefusal(HttpStatus.BAD_REQUEST, PactError.NOT_IMPLEMENTED, message);
  }

  static PactRefusal accessDenied() {
    return new PactRefusal(HttpStatus.FORBIDDEN, PactError.ACCESS_DENIED, "Access denied");
  }

  /** The standard's versions have different codes for this. */
  static PactRefusal notFound(String code) {
    return new PactRefusal(HttpStatus.NOT_FOUND, code, "The specified footprint does not exist");
  }

  ResponseEntity<PactError> answer() {
    return ResponseEntity.status(status).body(new PactError(code, message));
  }
}
