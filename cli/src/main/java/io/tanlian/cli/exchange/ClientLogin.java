package io.tanlian.cli.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The name and secret a program shows to get a token; the secret never appears in text. */
public record ClientLogin(String clientId, String clientSecret) {
  public ClientLogin {
    if (clientId.isBlank() || clientId.contains(":") || clientSecret.isBlank()) {
      throw new IllegalArgumentException(
          "A client id must be given, without a colon in it, and its secret with it.");
    }
  }

  /** The value of an {@code Authorization} header (RFC 7617). */
  String basic() {
    byte[] pair = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public String toString() {
    return "ClientLogin[clientId=" + clientId + ", clientSecret=(hidden)]";
  }
}
