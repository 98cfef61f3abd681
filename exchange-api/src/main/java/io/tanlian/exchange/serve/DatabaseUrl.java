package io.tanlian.exchange.serve;

import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The address of a PostgreSQL server of the operator's own. Left alone, its JDBC driver takes any
 * certificate and falls back to plain text, so that whoever is on the way reads and alters all.
 */
final class DatabaseUrl {

  private static final String PREFIX = "jdbc:postgresql:";

  /** The driver's default; another one need not look at the certificate. */
  private static final String VERIFYING_FACTORY = "org.postgresql.ssl.LibPQFactory";

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?");

  private DatabaseUrl() {}

  /**
   * The same URL, if it holds no password and is safe on the network.
   *
   * @param option the option that gave it, for the message
   * @param plaintextAccepted the operator says that the network itself is private
   */
  static String require(String option, String url, boolean plaintextAccepted) throws StartRefused {
    Map<String, String> parsed = parse(url);
    if (parsed.isEmpty() || url.contains("password=")) {
      throw new StartRefused(
          option + " must be jdbc:postgresql://HOST[:PORT]/DATABASE and hold no password.");
    }
    if (!plaintextAccepted && !isLoopback(parsed) && !isVerified(parsed)) {
      throw new StartRefused(
          option
              + " names another machine without sslmode=verify-full, so what goes there"
              + " could be read and altered on the way. Add ?sslmode=verify-full (and"
              + " &sslrootcert=FILE for a CA of your own), or say with --database-plaintext that"
              + " only you can reach that network.");
    }
    return url;
  }

  /** As the driver itself reads it; empty if it does not. */
  private static Map<String, String> parse(String url) {
    Map<String, String> parsed = new HashMap<>();
    if (url.startsWith(PREFIX)) {
      try {
        for (DriverPropertyInfo property :
            DriverManager.getDriver(url).getPropertyInfo(url, new Properties())) {
          if (property.value != null) {
            parsed.put(property.name, property.value);
          }
        }
      } catch (SQLException _) {
        return Map.of();
      }
    }
    return parsed;
  }

  private static boolean isLoopback(Map<String, String> url) {
    return Arrays.stream(url.getOrDefault("PGHOST", "localhost").split(",", -1))
        .allMatch(host -> LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches());
  }

  private static boolean isVerified(Map<String, String> url) {
    return "verify-full".equals(url.get("sslmode"))
        && VERIFYING_FACTORY.equals(url.get("sslfactory"))
        && !url.containsKey("sslhostnameverifier");
  }
}
