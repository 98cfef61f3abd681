package io.tanlian.benchmarks.database;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL server is, and who may make databases and roles and run CHECKPOINT there.
 *
 * @param url of any database of the server, {@code jdbc:postgresql://host:port/name}
 */
public record ServerAddress(String url, String user, String password) {
  private static final Pattern URL =
      Pattern.compile("(?<server>jdbc:postgresql://[^/?]+/)[^?]*(?<options>\\?.*)?");

  public ServerAddress {
    if (!URL.matcher(url).matches()) {
      throw new IllegalArgumentException(
          "a database URL reads jdbc:postgresql://host:port/database, not " + url);
    }
  }

  /** The URL of another database of the same server. */
  public String urlOf(String database) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      throw new IllegalStateException(url);
    }
    return parts.group("server")
        + database
        + Objects.requireNonNullElse(parts.group("options"), "");
  }

  @Override
  public String toString() {
    return user + " at " + url;
  }
}
