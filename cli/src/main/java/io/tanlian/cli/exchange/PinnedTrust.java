package io.tanlian.cli.exchange;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts one certificate, known by its fingerprint, in place of authorities, names and dates.
 *
 * <p>The handshake itself proves that the server holds the certificate's private key.
 */
final class PinnedTrust extends X509ExtendedTrustManager {
  private final TlsFingerprint pinned;

  private PinnedTrust(TlsFingerprint pinned) {
    this.pinned = pinned;
  }

  static SSLContext context(TlsFingerprint pinned) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new PinnedTrust(pinned)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
  }

  /** The server showed a certificate other than the pinned one. */
  static final class PinMismatchException extends CertificateException {
    private final String pinned;
    private final String shown;

    PinMismatchException(TlsFingerprint pinned, String shown) {
      this.pinned = pinned.toString();
      this.shown = shown;
    }

    String words() {
      return "The server's certificate has the fingerprint "
          + shown
          + ", but "
          + pinned
          + " is pinned. Either its certificate was renewed, or somebody sits between you and the"
          + " exchange: ask the operator for the fingerprint by another way.";
    }
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    if (chain.length == 0) {
      throw new PinMismatchException(pinned, "(none)");
    }
    if (!pinned.matches(chain[0])) {
      throw new PinMismatchException(pinned, TlsFingerprint.of(chain[0]).toString());
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("this side is never a server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("this side is never a server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("this side is never a server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
