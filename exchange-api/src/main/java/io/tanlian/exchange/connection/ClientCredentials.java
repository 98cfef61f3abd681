package io.tanlian.exchange.connection;

import io.tanlian.contracts.json.Fields;

/** How we sign in at a host (RFC 6749, client credentials). */
record ClientCredentials(String clientId, String clientSecret) {
  private static final int CHARS_MAX = 1_000;

  static ClientCredentials read(Fields in) {
    return new ClientCredentials(
        in.value("clientId", text -> checked("clientId", text)),
        in.value("clientSecret", text -> checked("clientSecret", text)));
  }

  private static String checked(String name, String text) {
    if (text.isEmpty()
        || text.length() > CHARS_MAX
        || !text.chars().allMatch(c -> c >= 0x20 && c <= 0x7e)) {
      throw new IllegalArgumentException(
          "%s has 1 to %d characters of ASCII (RFC 6749 appendix A)".formatted(name, CHARS_MAX));
    }
    return text;
  }

  @Override
  public String toString() {
    return "ClientCredentials[" + clientId + "]";
  }
}
