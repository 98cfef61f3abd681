package io.tanlian.contracts.identifier;

import java.util.regex.Pattern;

/**
 * Legal entity identifier (ISO 17442): 18 digits and capital letters, then two check digits by ISO
 * 7064 MOD 97-10, letters counting as 10 to 35.
 *
 * <p>Any digit taken for another digit, or letter for another letter, is caught; a digit taken for
 * a letter is caught in all but about 1 of 97 cases, since it moves the digits before it.
 */
public record Lei(String code) implements ParticipantId {
  static final String PREFIX = "urn:lei:";
  private static final Pattern FORM = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");

  public Lei {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a legal entity identifier has 18 digits and capital letters and two check digits (ISO"
              + " 17442); correct "
              + Excerpt.of(code));
    }
    if (remainder(code) != 1) {
      int computed = 98 - remainder(code.substring(0, 18) + "00");
      throw new IllegalArgumentException(
          "check digits of %s%s are %s, computed %02d (ISO 7064 MOD 97-10): one character is wrong, look the company up at gleif.org"
              .formatted(PREFIX, code, code.substring(18), computed));
    }
  }

  @Override
  public String value() {
    return PREFIX + code;
  }

  @Override
  public String toString() {
    return value();
  }

  private static int remainder(String code) {
    int remainder = 0;
    for (int i = 0; i < code.length(); i++) {
      int digit = Character.digit(code.charAt(i), 36);
      remainder = (remainder * (digit < 10 ? 10 : 100) + digit) % 97;
    }
    return remainder;
  }
}
