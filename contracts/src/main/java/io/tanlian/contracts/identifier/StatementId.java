package io.tanlian.contracts.identifier;

import java.util.UUID;
import java.util.regex.Pattern;

/** Names a statement: {@code urn:uuid:} and a lower-case UUID (RFC 9562, section 4). */
public record StatementId(UUID uuid) {
  private static final String PREFIX = "urn:uuid:";
  private static final Pattern FORM =
      Pattern.compile(PREFIX + "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /**
   * Reads a statement's name.
   *
   * @throws IllegalArgumentException if it is anything but urn:uuid: and a lower-case UUID, so that
   *     one statement has one spelling
   */
  public static StatementId parse(String value) {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a statement is named by urn:uuid: and a UUID in lower case; correct "
              + Excerpt.of(value));
    }
    return new StatementId(UUID.fromString(value.substring(PREFIX.length())));
  }

  /** The name as it is written in statements. */
  public String value() {
    return PREFIX + uuid;
  }

  @Override
  public String toString() {
    return value();
  }
}
