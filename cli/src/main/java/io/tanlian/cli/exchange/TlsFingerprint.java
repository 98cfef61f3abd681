package io.tanlian.cli.exchange;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** The SHA-256 of a server certificate's DER bytes, by which a self-signed server is known. */
public final class TlsFingerprint {
  private static final String PREFIX = "sha256:";
  private static final int LENGTH_BYTES = 32;

  private final byte[] digest;

  private TlsFingerprint(byte[] digest) {
    this.digest = digest;
  }

  /** The fingerprint of this certificate. */
  public static TlsFingerprint of(X509Certificate certificate) {
    try {
      return new TlsFingerprint(
          MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("a certificate read from TLS can be hashed", e);
    }
  }

  /**
   * Reads {@code sha256:} and 64 hex digits, with or without the colons openssl puts between bytes.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  public static TlsFingerprint parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    String hex = lower.startsWith(PREFIX) ? lower.substring(PREFIX.length()).replace(":", "") : "";
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "A TLS fingerprint is \"sha256:\" and the 64 hex digits of the certificate's SHA-256, as"
              + " the operator prints it.");
    }
    return new TlsFingerprint(HexFormat.of().parseHex(hex));
  }

  /** Whether this is the fingerprint of the certificate, compared in constant time. */
  public boolean matches(X509Certificate certificate) {
    return MessageDigest.isEqual(digest, of(certificate).digest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TlsFingerprint that && MessageDigest.isEqual(digest, that.digest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digest);
  }

  /** {@code sha256:} and 64 hex digits. */
  @Override
  public String toString() {
    return PREFIX + HexFormat.of().formatHex(digest, 0, LENGTH_BYTES);
  }
}
