package io.tanlian.contracts.identifier;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A uniform resource name without r-, q- and f-components (RFC 8141, section 2), kept as it was
 * written.
 */
public record Urn(String value) {
  /** Longest name accepted. */
  public static final int charsMax = 256;

  private static final String PCHAR = "(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})";
  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>[uU][rR][nN]:[A-Za-z0-9][A-Za-z0-9-]{0,30}[A-Za-z0-9]:)(?<name>"
              + PCHAR
              + "(?:"
              + PCHAR
              + "|/)*)");
  private static final Pattern PERCENT_CODE = Pattern.compile("%[0-9a-fA-F]{2}");

  public Urn {
    if (value.length() > charsMax || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a name is written urn:<namespace>:<name> in at most %d ASCII characters, all others percent-encoded (RFC 8141); correct %s"
              .formatted(charsMax, Excerpt.of(value)));
    }
  }

  /**
   * The one spelling that all equivalent names share (RFC 8141, section 3.1): scheme and namespace
   * in lower case, percent codes in upper case.
   */
  public String normalized() {
    Matcher parts = FORM.matcher(value);
    if (!parts.matches()) {
      throw new IllegalStateException("checked by the constructor");
    }
    return parts.group("scheme").toLowerCase(Locale.ROOT)
        + PERCENT_CODE
            .matcher(parts.group("name"))
            .replaceAll(code -> code.group().toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return value;
  }
}
