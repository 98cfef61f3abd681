package io.tanlian.contracts.identifier;

import java.util.regex.Pattern;

/**
 * China's unified social credit code (GB 32100-2015): 17 characters of a 31-character alphabet that
 * leaves out I, O, S, V and Z, and one check character, modulo 31 with weights 3^i.
 *
 * <p>Any single wrong character is caught, and so is any swap of two neighbours.
 */
public record Uscc(String code) implements ParticipantId {
  static final String PREFIX = "urn:uscc:";
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{18}");
  private static final int CHECK_AT = 17;

  public Uscc {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a unified social credit code has 18 digits and capital letters, without I, O, S, V and Z"
              + " (GB 32100-2015); correct "
              + Excerpt.of(code));
    }
    char computed = checkCharacter(code);
    if (code.charAt(CHECK_AT) != computed) {
      throw new IllegalArgumentException(
          "check character of %s%s is %s, computed %s (GB 32100-2015): one character is wrong, compare it with the business licence"
              .formatted(PREFIX, code, code.charAt(CHECK_AT), computed));
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

  private static char checkCharacter(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < CHECK_AT; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
