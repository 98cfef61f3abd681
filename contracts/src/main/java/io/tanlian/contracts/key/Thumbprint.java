package io.tanlian.contracts.key;

import java.util.regex.Pattern;

/** The form of a key's name: a SHA-256 JWK thumbprint (RFC 7638) in base64url. */
final class Thumbprint {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

  private Thumbprint() {}

  static boolean isThumbprint(String kid) {
    return FORM.matcher(kid).matches();
  }

  static String require(String kid) {
    if (!isThumbprint(kid)) {
      throw new IllegalArgumentException(
          "a key is named by its JWK thumbprint (RFC 7638, SHA-256), 43 base64url characters");
    }
    return kid;
  }
}
