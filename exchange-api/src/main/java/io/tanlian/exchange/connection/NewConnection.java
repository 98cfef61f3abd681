package io.tanlian.exchange.connection;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.exchange.outbound.OutboundRules;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a participant says of its host. */
record NewConnection(
    URI baseUrl,
    Set<PactVersion> versions,
    Optional<URI> tokenEndpoint,
    ClientCredentials credentials,
    boolean wantsPublished,
    Optional<Duration> fetchEvery) {
  private static final Duration FETCH_EVERY_MIN = Duration.ofHours(1);
  private static final Duration FETCH_EVERY_MAX = Duration.ofDays(90);

  static NewConnection read(Fields in, OutboundRules rules) {
    List<PactVersion> versions = in.values("versions", PactVersion::parse);
    return new NewConnection(
        in.value("baseUrl", text -> BaseUrl.parse(text, rules)),
        versions.isEmpty() ? Set.of(PactVersion.V3) : EnumSet.copyOf(versions),
        Optional.ofNullable(
            in.valueOrNull("tokenEndpoint", text -> BaseUrl.parseEndpoint(text, rules))),
        ClientCredentials.read(in),
        Boolean.TRUE.equals(in.flagOrNull("wantsPublished")),
        Optional.ofNullable(in.valueOrNull("fetchEvery", NewConnection::period)));
  }

  private static Duration period(String text) {
    try {
      Duration period = Duration.parse(text);
      if (period.compareTo(FETCH_EVERY_MIN) >= 0 && period.compareTo(FETCH_EVERY_MAX) <= 0) {
        return period;
      }
    } catch (DateTimeParseException otherForm) {
      // Said below, with the range.
    }
    throw new IllegalArgumentException(
        "fetchEvery is a duration of ISO 8601 from PT1H to P90D, such as PT24H");
  }
}
