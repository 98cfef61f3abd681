package io.tanlian.cli.witness;

import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.terminal.CannotRunException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate chain and its private key in PEM files (RFC 7468). */
final class TlsFiles {
  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN PRIVATE KEY-----\\s+([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final List<String> KEY_ALGORITHMS = List.of("EC", "RSA", "EdDSA");

  private TlsFiles() {}

  /**
   * TLS that shows this certificate.
   *
   * @throws CannotRunException if the files hold no chain and its PKCS #8 key
   */
  static SSLContext serverContext(Path certificate, Path privateKey) {
    try {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(InputFile.bytes(certificate)))
              .toArray(Certificate[]::new);
      char[] inMemoryOnly = new char[0];
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, inMemoryOnly);
      store.setKeyEntry("tls", privateKey(privateKey), inMemoryOnly, chain);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, inMemoryOnly);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw new CannotRunException(
          "Cannot use the certificate %s with the key %s: %s."
              .formatted(certificate, privateKey, e.getMessage()),
          e);
    }
  }

  private static PrivateKey privateKey(Path file) throws GeneralSecurityException {
    Matcher pem = PRIVATE_KEY.matcher(InputFile.text(file));
    if (!pem.find()) {
      throw new CannotRunException(
          file
              + " holds no PRIVATE KEY in PEM form, without a passphrase. 'openssl pkcs8 -topk8"
              + " -nodes' makes one of other forms.");
    }
    var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
    for (String algorithm : KEY_ALGORITHMS) {
      Optional<PrivateKey> key = keyOf(algorithm, encoded);
      if (key.isPresent()) {
        return key.get();
      }
    }
    throw new CannotRunException(file + " holds a key of none of these kinds: " + KEY_ALGORITHMS);
  }

  private static Optional<PrivateKey> keyOf(String algorithm, PKCS8EncodedKeySpec encoded)
      throws GeneralSecurityException {
    try {
      return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(encoded));
    } catch (InvalidKeySpecException anotherAlgorithm) {
      return Optional.empty();
    }
  }
}
