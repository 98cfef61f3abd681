package io.tanlian.verifier.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** Abridged standard atomic weights (IUPAC 2021), conventional values where IUPAC gives a range. */
final class AtomicMasses {
  private static final Map<String, BigDecimal> BY_SYMBOL = load();

  private AtomicMasses() {}

  /** In g/mol; empty for what is no element, or has no weight in the table. */
  static Optional<BigDecimal> of(String symbol) {
    return Optional.ofNullable(BY_SYMBOL.get(symbol));
  }

  private static Map<String, BigDecimal> load() {
    Properties table = new Properties();
    try (InputStream in = AtomicMasses.class.getResourceAsStream("atomic-masses.properties")) {
      if (in == null) {
        throw new IllegalStateException("the table of atomic masses is missing");
      }
      table.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return table.stringPropertyNames().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                symbol -> symbol, symbol -> new BigDecimal(table.getProperty(symbol))));
  }
}
