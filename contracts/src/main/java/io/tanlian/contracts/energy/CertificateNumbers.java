package io.tanlian.contracts.energy;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The numbers of certificates in the registry that issued them: one, or a range whose numbers
 * differ in the digits at their end.
 *
 * <p>Numbers have one spelling here, capitals and digits without separators, and zeros before the
 * digits at the end count for nothing: else one certificate could be recorded twice.
 *
 * @param registry the registry's domain name, in lower case
 * @param last of the range, itself included; null for one certificate
 */
public record CertificateNumbers(String registry, String first, @Nullable String last) {
  private static final Pattern REGISTRY =
      Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");
  private static final Pattern NUMBER = Pattern.compile("(?=.{1,40}$)([0-9A-Z]*[A-Z])?([0-9]*)");

  /** Of one statement. */
  private static final long CERTIFICATES_MAX = 100_000;

  /** So that a range lies in few blocks, and a block holds few ranges. */
  private static final BigInteger BLOCK = BigInteger.valueOf(10_000);

  public CertificateNumbers {
    if (!REGISTRY.matcher(registry).matches()) {
      throw new IllegalArgumentException(
          "a registry is named by its domain name in lower case, registry.example");
    }
    Numbered from = Numbered.parse(first);
    Numbered to = last == null ? from : Numbered.parse(last);
    if (!from.stem.equals(to.stem) || to.serial.compareTo(from.serial) < 0) {
      throw new IllegalArgumentException(
          "%s to %s is no range: only the digits at the end differ, and the last is the higher"
              .formatted(first, last));
    }
    if (to.serial.subtract(from.serial).compareTo(BigInteger.valueOf(CERTIFICATES_MAX)) >= 0) {
      throw new IllegalArgumentException(
          "one statement records at most %d certificates: divide the range"
              .formatted(CERTIFICATES_MAX));
    }
  }

  static CertificateNumbers read(Fields in) {
    return new CertificateNumbers(in.text("registry"), in.text("first"), in.textOrNull("last"));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("registry", registry)
        .value("first", first)
        .value("last", last)
        .toJson();
  }

  /** Whether a certificate is in both. */
  public boolean overlap(CertificateNumbers other) {
    Numbered from = from();
    return registry.equals(other.registry)
        && from.stem.equals(other.from().stem)
        && from.serial.compareTo(other.to().serial) <= 0
        && other.from().serial.compareTo(to().serial) <= 0;
  }

  /**
   * Names of the blocks of numbers it lies in: those that {@link #overlap} have one in common. At
   * most eleven.
   */
  public List<String> blocks() {
    List<String> blocks = new ArrayList<>();
    BigInteger last = block(to());
    for (BigInteger at = block(from()); at.compareTo(last) <= 0; at = at.add(BigInteger.ONE)) {
      blocks.add("%s/%s/%s".formatted(registry, from().stem, at));
    }
    return List.copyOf(blocks);
  }

  private Numbered from() {
    return Numbered.parse(first);
  }

  private Numbered to() {
    return Numbered.parse(last == null ? first : last);
  }

  private static BigInteger block(Numbered number) {
    return number.serial.divide(BLOCK);
  }

  /** A number, cut before the digits at its end; without any it stands alone. */
  private record Numbered(String stem, BigInteger serial) {
    static Numbered parse(String text) {
      Matcher parts = NUMBER.matcher(text);
      if (!parts.matches()) {
        throw new IllegalArgumentException(
            "a certificate's number is written in up to 40 digits and capital letters, without separators");
      }
      String digits = parts.group(2);
      String stem = parts.group(1) == null ? "" : parts.group(1);
      return digits.isEmpty()
          ? new Numbered(stem + "-", BigInteger.ZERO)
          : new Numbered(stem, new BigInteger(digits));
    }
  }

  @Override
  public String toString() {
    return "%s of %s".formatted(last == null ? first : first + " to " + last, registry);
  }
}
