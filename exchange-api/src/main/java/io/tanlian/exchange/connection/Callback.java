package io.tanlian.exchange.connection;

import io.tanlian.contracts.pact.PactVersion;
import java.net.URI;
import java.util.Optional;

/** Where an event's {@code source} wants the answer, if that is one of its sender's hosts. */
public sealed interface Callback {

  /**
   * It is.
   *
   * @param version as the source's path says; empty where it says none
   */
  record Allowed(Connection connection, Optional<PactVersion> version) implements Callback {

    /** The version of the answer, for an event of this version. */
    public PactVersion versionFor(PactVersion ofEvent) {
      return version.orElse(ofEvent);
    }

    /** Where the answer to an event of this version goes. */
    public URI events(PactVersion ofEvent) {
      return connection.events(versionFor(ofEvent));
    }
  }

  /** It is not; why, in words. */
  record NotAllowed(String words) implements Callback {}
}
