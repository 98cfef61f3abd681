package io.tanlian.verifier.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files an audit keeps from one run to the next, in the layout the log serves them: {@code
 * checkpoint}, {@code tile/…}, {@code tile/entries/…}, and {@code disclosures/…}. A file appears
 * whole or not at all. Nothing in it is trusted: readers hash again what they read.
 */
public final class AuditDirectory {
  private final Path root;

  public AuditDirectory(Path root) {
    this.root = root;
  }

  /** A directory below this one. */
  AuditDirectory below(String name) {
    return new AuditDirectory(root.resolve(name));
  }

  Optional<byte[]> read(String name) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(root.resolve(name)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  void write(String name, byte[] bytes) throws IOException {
    Path target = root.resolve(name);
    Files.createDirectories(target.getParent());
    Path unfinished = Files.createTempFile(target.getParent(), ".unfinished", "");
    try {
      Files.write(unfinished, bytes);
      move(unfinished, target);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  void delete(String name) throws IOException {
    Files.deleteIfExists(root.resolve(name));
  }

  /** Moves every file of this directory to the same place in another, replacing what is there. */
  void moveAllTo(AuditDirectory other) throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    for (Path file : files()) {
      Path target = other.root.resolve(root.relativize(file));
      Files.createDirectories(target.getParent());
      move(file, target);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
