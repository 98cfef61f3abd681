package io.tanlian.example.battery.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files and directories that nobody but their owner can read, from their first moment on. */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** Creates what is missing of a directory; only that gets these permissions. */
  public static void createDirectories(Path directory) throws IOException {
    Files.createDirectories(directory, permissions(directory, "rwx------"));
  }

  /**
   * Writes a new file, mode 0600.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is one: a secret is never replaced
   */
  public static void create(Path file, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, options, permissions(file, "rw-------"))) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private static FileAttribute<?>[] permissions(Path path, String form) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(form))
        }
        : new FileAttribute<?>[0];
  }
}
