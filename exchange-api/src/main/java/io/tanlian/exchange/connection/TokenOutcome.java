package io.tanlian.exchange.connection;

/** What asking a host for an access token gave. */
sealed interface TokenOutcome {

  /** A token; never logged. */
  record Granted(String token) implements TokenOutcome {
    @Override
    public String toString() {
      return "Granted";
    }
  }

  /** None; why, in words without any secret. */
  record Denied(String words) implements TokenOutcome {}
}
