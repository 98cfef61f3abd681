package io.tanlian.exchange.serve;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/** The key that signs access tokens. */
final class AccessTokenKey {

  private AccessTokenKey() {}

  /** A new P-256 key as a private JWK whose id is its RFC 7638 thumbprint. */
  static String newPrivateJwk() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate().toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("This JDK has no P-256.", e);
    }
  }
}
