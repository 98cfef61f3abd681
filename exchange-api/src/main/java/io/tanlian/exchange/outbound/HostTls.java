package io.tanlian.exchange.outbound;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.ssl.SSLContexts;

/** Certificates are checked by authority and name, or by the fingerprint the operator named. */
final class HostTls implements TlsSocketStrategy {
  private final OutboundRules rules;
  private final TlsSocketStrategy authorities =
      new DefaultClientTlsStrategy(
          SSLContexts.createDefault(), HttpsSupport.getDefaultHostnameVerifier());

  HostTls(OutboundRules rules) {
    this.rules = rules;
  }

  @Override
  public SSLSocket upgrade(
      Socket socket, String host, int port, Object attachment, HttpContext context)
      throws IOException {
    String fingerprint = rules.fingerprints().get(new HostPort(host, port));
    TlsSocketStrategy strategy =
        fingerprint == null
            ? authorities
            : new DefaultClientTlsStrategy(
                PinnedTls.context(fingerprint), NoopHostnameVerifier.INSTANCE);
    return strategy.upgrade(socket, host, port, attachment, context);
  }
}
