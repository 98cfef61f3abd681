package io.tanlian.exchange.connection;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.exchange.outbound.HostPort;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A PACT host that a participant wants us to exchange with, on its behalf.
 *
 * @param baseUrl what comes before {@code /3/footprints}, without a slash at the end
 * @param versions that the host speaks, at least one
 * @param tokenEndpoint where tokens are had; empty for the one the host's OpenID configuration
 *     names, or else {@code /auth/token}
 * @param wantsPublished whether the host is told of footprints that are new for the participant
 * @param credentialsSince when its credentials were registered last
 * @param fetchEvery how often its footprints are fetched; empty for never
 * @param lastFetch how fetching went last
 */
public record Connection(
    UUID id,
    ParticipantId participant,
    URI baseUrl,
    Set<PactVersion> versions,
    Optional<URI> tokenEndpoint,
    boolean wantsPublished,
    String clientId,
    Instant credentialsSince,
    Optional<Duration> fetchEvery,
    Optional<LastFetch> lastFetch) {
  public Connection {
    versions = Collections.unmodifiableSet(EnumSet.copyOf(versions));
  }

  /** When footprints were fetched last, and what came of it. */
  public record LastFetch(Instant at, String words) {}

  /** The newest version the host speaks. */
  public PactVersion newest() {
    return Collections.max(versions);
  }

  public URI events(PactVersion version) {
    return URI.create(baseUrl + version.eventsPath());
  }

  public URI footprints(PactVersion version) {
    return URI.create(baseUrl + version.footprintsPath());
  }

  /** The host and its port. */
  public HostPort host() {
    return HostPort.of(baseUrl);
  }

  /** Whether a URL leads to this host, with the same scheme. */
  public boolean isAt(URI url) {
    return url.getHost() != null
        && url.getScheme() != null
        && url.getScheme().toLowerCase(Locale.ROOT).equals(baseUrl.getScheme())
        && HostPort.of(url).equals(host());
  }
}
