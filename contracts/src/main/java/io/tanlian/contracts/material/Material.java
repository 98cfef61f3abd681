package io.tanlian.contracts.material;

import java.util.regex.Pattern;

/**
 * What is recovered and claimed: a metal by its element symbol, {@code Li}; or another material by
 * the name that rule packs use for it, {@code electrodePowder} or {@code steel}.
 */
public record Material(String code) implements Comparable<Material> {
  /** The regular expression of the JSON Schemas. */
  public static final String PATTERN = "^[A-Za-z][A-Za-z0-9-]{0,31}$";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  public Material {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a material is an element symbol, Li, or a name of up to 32 letters, digits and hyphens");
    }
  }

  public static Material parse(String code) {
    return new Material(code);
  }

  @Override
  public int compareTo(Material other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
