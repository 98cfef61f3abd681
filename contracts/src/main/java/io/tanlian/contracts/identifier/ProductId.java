package io.tanlian.contracts.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a product by a URN, as PACT does.
 *
 * <p>The check digit of {@code urn:gtin:} names is not enforced here: two of the three GTINs in
 * PACT's own public examples (5695872369587, 5268596541023) have a wrong one, so enforcing it would
 * refuse footprints that other hosts exchange today. {@link #gtin()} is strict.
 */
public record ProductId(Urn urn) {
  private static final Pattern GTIN = Pattern.compile("urn:gtin:(?<digits>[0-9]+)");

  /**
   * Reads a product's name.
   *
   * @throws IllegalArgumentException if it is no URN
   */
  public static ProductId parse(String value) {
    return new ProductId(new Urn(value));
  }

  /** The name as it was written. */
  public String value() {
    return urn.value();
  }

  /** Whether both names are equivalent (RFC 8141, section 3.1), and so name the same product. */
  public boolean names(ProductId other) {
    return urn.normalized().equals(other.urn.normalized());
  }

  /** The GTIN in this name, if it is one and its check digit is right. */
  public Optional<Gtin> gtin() {
    var matcher = GTIN.matcher(urn.normalized());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Gtin(matcher.group("digits")));
    } catch (IllegalArgumentException wrongCheckDigit) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value();
  }
}
