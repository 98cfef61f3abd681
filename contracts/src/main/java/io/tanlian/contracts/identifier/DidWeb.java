package io.tanlian.contracts.identifier;

import java.util.regex.Pattern;

/**
 * A {@code did:web} identifier (W3C CCG did:web method): a lower-case host name, an optional port
 * written {@code %3A8443}, and optional path segments separated by colons.
 *
 * <p>IP addresses are refused, as the method demands.
 */
public record DidWeb(String value) implements ParticipantId {
  static final String PREFIX = "did:web:";

  /** Longest id accepted; a host name alone may have 253 characters. */
  static final int charsMax = 300;

  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile(
          PREFIX
              + "(?=[^:%]{1,253}(?:[:%]|$))(?:"
              + LABEL
              + "\\.)*(?![0-9]+(?:[:%]|$))"
              + LABEL
              + "(?:%3A[1-9][0-9]{0,4})?(?::[A-Za-z0-9._-]{1,64})*");

  public DidWeb {
    if (value.length() > charsMax || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a did:web id is did:web:, a lower-case host name (no IP address), then optional"
              + " %3A and port and optional :path segments, in all at most "
              + charsMax
              + " characters; correct "
              + Excerpt.of(value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
