package io.tanlian.exchange.connection;

import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.contracts.pact.event.PactEvent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An event's {@code source}, as hosts spell it: a URL, {@code //host/path}, a host, or a path. It
 * only chooses among the hosts its sender registered; where an answer goes follows from these.
 */
final class EventSource {
  private EventSource() {}

  static Callback among(List<Connection> connections, String source) {
    if (source.length() > PactEvent.textLengthMax) {
      return notAllowed("is too long");
    }
    if (source.startsWith("/") && !source.startsWith("//")) {
      return connections.size() == 1
          ? allowed(connections.getFirst(), version(trimmed(source)))
          : notAllowed("names no host");
    }
    List<Match> matches = new ArrayList<>();
    for (Connection connection : connections) {
      match(connection, source).ifPresent(matches::add);
    }
    return matches.stream()
        .filter(match -> match.path().equals(match.connection().baseUrl().getRawPath()))
        .findFirst()
        .or(() ->
            matches.size() == 1 && matches.getFirst().version().isEmpty()
                ? Optional.of(matches.getFirst())
                : Optional.empty())
        .map(match -> allowed(match.connection(), match.version()))
        .orElseGet(() -> notAllowed("leads to none of your connections"));
  }

  /** A connection at the source's host, with what the path says before the version's own part. */
  private record Match(Connection connection, String path, Optional<PactVersion> version) {}

  private static Optional<Match> match(Connection connection, String source) {
    String scheme = connection.baseUrl().getScheme() + ":";
    String text =
        source.contains("://")
            ? source
            : source.startsWith("//") ? scheme + source : scheme + "//" + source;
    URI url;
    try {
      url = URI.create(text);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
    if (!connection.isAt(url)
        || url.getRawUserInfo() != null
        || url.getRawQuery() != null
        || url.getRawFragment() != null) {
      return Optional.empty();
    }
    String path = trimmed(url.getRawPath());
    Optional<PactVersion> version = version(path);
    return Optional.of(
        new Match(
            connection,
            version
                .map(said -> path.substring(0, path.length() - said.eventsPath().length()))
                .orElse(path),
            version));
  }

  private static Optional<PactVersion> version(String path) {
    for (PactVersion version : PactVersion.values()) {
      if (path.endsWith(version.eventsPath())) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  private static String trimmed(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static Callback allowed(Connection connection, Optional<PactVersion> version) {
    if (version.isPresent() && !connection.versions().contains(version.get())) {
      return new Callback.NotAllowed(
          "Your connection to %s does not speak PACT %s; register it with this version."
              .formatted(connection.baseUrl(), version.get().wireName()));
    }
    return new Callback.Allowed(connection, version);
  }

  private static Callback notAllowed(String why) {
    return new Callback.NotAllowed(
        "The source %s; answers go to registered hosts only. Register its base URL at"
                .formatted(why)
            + " /v1/connections, or correct the source.");
  }
}
