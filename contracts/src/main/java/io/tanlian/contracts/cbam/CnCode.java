package io.tanlian.contracts.cbam;

import java.util.regex.Pattern;

/**
 * A code of the Combined Nomenclature: four, six or eight digits (Regulation (EU) 2023/956, annex
 * I). Whether the mechanism covers it is not checked.
 */
public record CnCode(String digits) {
  /** The regular expression of the JSON Schemas. */
  public static final String PATTERN = "^[0-9]{4}([0-9]{2}([0-9]{2})?)?$";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  public CnCode {
    if (!FORM.matcher(digits).matches()) {
      throw new IllegalArgumentException(
          "a CN code is four, six or eight digits without blanks, 76071119 for one");
    }
  }

  @Override
  public String toString() {
    return digits;
  }
}
