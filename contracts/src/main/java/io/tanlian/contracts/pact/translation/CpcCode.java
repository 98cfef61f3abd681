package io.tanlian.contracts.pact.translation;

import io.tanlian.contracts.identifier.Urn;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A code of the UN's Central Product Classification: a field of its own in version 2, one of the
 * product's classifications in version 3.
 */
public record CpcCode(String code) {
  private static final String PREFIX = "urn:pact:productclassification:un-cpc:";

  /** The first such code among classifications. */
  public static Optional<CpcCode> of(List<Urn> classifications) {
    return classifications.stream()
        .map(Urn::value)
        .filter(urn -> urn.toLowerCase(Locale.ROOT).startsWith(PREFIX))
        .map(urn -> urn.substring(PREFIX.length()).replace("+", "%2B"))
        .map(code -> new CpcCode(URLDecoder.decode(code, StandardCharsets.UTF_8)))
        .findFirst();
  }

  /** The classification that says this code. */
  Urn classification() {
    return new Urn(PREFIX + URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
