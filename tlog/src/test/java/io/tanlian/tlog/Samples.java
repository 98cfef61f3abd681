package io.tanlian.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files under the resources of a test's package. */
public final class Samples {
  private Samples() {}

  public static byte[] read(Class<?> test, String name) {
    try {
      return Files.readAllBytes(path(test, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Set<String> names(Class<?> test, String folder) {
    try (Stream<Path> files = Files.list(path(test, folder))) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path path(Class<?> test, String name) {
    return Path.of(URI.create(Objects.requireNonNull(test.getResource(name), name).toString()));
  }
}
