package io.tanlian.example.battery.service;

import java.util.Optional;

/**
 * One thing wrong with a statement, and what the service has to say to it.
 *
 * @param pointer where it is wrong (RFC 6901); empty where it is nowhere in particular
 */
record BadPost(String what, int status, String code, Optional<String> pointer, Attempt attempt) {

  /** Makes the statement of a supplier. */
  @FunctionalInterface
  interface Attempt {
    Draft by(Participant supplier) throws Exception;
  }

  static BadPost of(String what, int status, String code, Attempt attempt) {
    return new BadPost(what, status, code, Optional.empty(), attempt);
  }

  static BadPost at(String pointer, String what, int status, String code, Attempt attempt) {
    return new BadPost(what, status, code, Optional.of(pointer), attempt);
  }

  @Override
  public String toString() {
    return what;
  }
}
