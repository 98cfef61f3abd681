package io.tanlian.cli.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Claims in the test resources. */
public final class Claims {
  private Claims() {}

  /** A product footprint declaration with inputs. */
  public static String declaration() {
    return resource("/claim/declaration.json");
  }

  public static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Claims.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
