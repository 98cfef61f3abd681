package io.tanlian.exchange.serve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Files that only their owner may read, written whole or not at all and synced before use, and
 * directories that only their owner may enter.
 */
final class PrivateFiles {

  private static final Set<PosixFilePermission> DIRECTORY_OF_OWNER =
      Set.copyOf(PosixFilePermissions.fromString("rwx------"));

  private PrivateFiles() {}

  /**
   * A directory of ours that nobody else may enter: made so, or closed to others where it was open.
   *
   * @throws StartRefused if it belongs to another user, who could change what is in it
   */
  static Path directory(Path directory) throws IOException, StartRefused {
    Path parent = directory.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      return Files.createDirectory(
          directory, PosixFilePermissions.asFileAttribute(DIRECTORY_OF_OWNER));
    } catch (FileAlreadyExistsException _) {
      refuseUnlessOurs(directory);
      if (!Files.getPosixFilePermissions(directory).equals(DIRECTORY_OF_OWNER)) {
        Files.setPosixFilePermissions(directory, DIRECTORY_OF_OWNER);
      }
      return directory;
    }
  }

  /** A file made in it shows who we are: user names can be missing, as in containers. */
  private static void refuseUnlessOurs(Path directory) throws IOException, StartRefused {
    Path probe;
    try {
      probe = Files.createTempFile(directory, "owner", null);
    } catch (IOException e) {
      throw new StartRefused(
          directory + " must be a directory that you own and may write to; name another.", e);
    }
    try {
      if (!Files.getOwner(probe).equals(Files.getOwner(directory))) {
        throw new StartRefused(
            directory
                + " belongs to "
                + Files.getOwner(directory).getName()
                + ", who could change what a node keeps there. Name a directory of your own.");
      }
    } finally {
      Files.delete(probe);
    }
  }

  /** The text of {@code file}, made by {@code first} where the file is not there yet. */
  static String readOrCreate(Path file, Supplier<String> first) throws IOException {
    if (!Files.exists(file)) {
      write(file, first.get());
    }
    return Files.readString(file);
  }

  static void write(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (FileChannel channel =
        FileChannel.open(
            draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
