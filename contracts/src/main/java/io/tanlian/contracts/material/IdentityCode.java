package io.tanlian.contracts.material;

import java.util.regex.Pattern;

/**
 * The code that names one battery for life: the unique identifier of its battery passport
 * (Regulation (EU) 2023/1542, article 77), or its digital identity code (GB/T 34014).
 */
public record IdentityCode(String value) {
  /** The regular expression of the JSON Schemas. */
  public static final String PATTERN = "^[!-~]{4,200}$";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  public IdentityCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an identity code has 4 to 200 printable ASCII characters and no blanks");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
