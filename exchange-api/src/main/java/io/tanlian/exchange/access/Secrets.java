package io.tanlian.exchange.access;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Makes secrets, and compares them with password hashes. While a secret is being rotated there are
 * two hashes, joined by a blank, which no hash contains; either secret is taken.
 */
final class Secrets implements PasswordEncoder {
  private static final int SECRET_BYTES = 32;
  private static final String JOINT = " ";

  private final SecureRandom random = new SecureRandom();
  private final PasswordEncoder hashes = PasswordEncoderFactories.createDelegatingPasswordEncoder();

  /** 256 random bits in base64url. */
  String next() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String either(String hash, @Nullable String previous) {
    return previous == null ? hash : hash + JOINT + previous;
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence secret) {
    return hashes.encode(secret);
  }

  @Override
  public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
    return encoded != null
        && Arrays.stream(encoded.split(JOINT, -1)).anyMatch(hash -> hashes.matches(secret, hash));
  }
}
