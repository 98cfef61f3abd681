package io.tanlian.contracts.identifier;

import java.util.regex.Pattern;

/**
 * Global trade item number of 8, 12, 13 or 14 digits, the last of which is the check digit (GS1
 * General Specifications, section 7.9): weights 3, 1, 3, … from the right, modulo 10.
 *
 * <p>Any single wrong digit is caught.
 */
public record Gtin(String digits) {
  private static final Pattern FORM = Pattern.compile("[0-9]{8}|[0-9]{12,14}");

  public Gtin {
    if (!FORM.matcher(digits).matches()) {
      throw new IllegalArgumentException(
          "a GTIN has 8, 12, 13 or 14 digits; correct " + Excerpt.of(digits));
    }
    int last = digits.length() - 1;
    int computed = checkDigit(digits.substring(0, last));
    if (Character.digit(digits.charAt(last), 10) != computed) {
      throw new IllegalArgumentException(
          "check digit of GTIN %s is %s, computed %d (GS1 General Specifications 7.9): one digit is wrong, compare it with the label"
              .formatted(digits, digits.charAt(last), computed));
    }
  }

  private static int checkDigit(String body) {
    int sum = 0;
    for (int fromRight = 0; fromRight < body.length(); fromRight++) {
      int digit = Character.digit(body.charAt(body.length() - 1 - fromRight), 10);
      sum += fromRight % 2 == 0 ? 3 * digit : digit;
    }
    return (10 - sum % 10) % 10;
  }
}
