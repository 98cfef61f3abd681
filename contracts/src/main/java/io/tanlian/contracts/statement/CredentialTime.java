package io.tanlian.contracts.statement;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** A moment in a credential: RFC 3339 in UTC, no finer than the ledger's microseconds. */
final class CredentialTime {
  private static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z");

  private CredentialTime() {}

  static boolean canSay(Instant moment) {
    return FORM.matcher(moment.toString()).matches();
  }

  static Instant parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a time is written like 2026-11-21T10:00:00Z, in UTC, no finer than a microsecond");
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException noSuchDay) {
      throw new IllegalArgumentException("there is no such day or hour", noSuchDay);
    }
  }
}
