package io.tanlian.contracts.pact.v3;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a footprint, a UUID (RFC 9562) kept as it was written; {@link #uuid()} is the same for
 * upper and lower case.
 */
public record FootprintId(String text) {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  public FootprintId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a footprint is named by a UUID such as 91715e5e-fd0b-4d1c-8fab-76290c46e6ed");
    }
  }

  public static FootprintId of(UUID uuid) {
    return new FootprintId(uuid.toString());
  }

  public UUID uuid() {
    return UUID.fromString(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
