package io.tanlian.cli.file;

import io.tanlian.cli.terminal.CannotRunException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes whole files. */
public final class OutputFile {
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private OutputFile() {}

  /**
   * Writes a file that only its owner can read, from its first byte on.
   *
   * @throws CannotRunException if it exists already, or cannot be written
   */
  public static void createSecret(Path file, String text) {
    create(
        file,
        text,
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0]);
  }

  /**
   * Writes a file.
   *
   * @throws CannotRunException if it exists already, or cannot be written
   */
  public static void create(Path file, String text) {
    create(file, text, new FileAttribute<?>[0]);
  }

  /**
   * Writes a file.
   *
   * @throws CannotRunException if it exists already, or cannot be written
   */
  public static void create(Path file, byte[] bytes) {
    create(file, ByteBuffer.wrap(bytes), new FileAttribute<?>[0]);
  }

  /**
   * Writes a file in place of what may be there, whole or not at all.
   *
   * @throws CannotRunException if it cannot be written
   */
  public static void replace(Path file, String text) {
    replace(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a file in place of what may be there, whole or not at all.
   *
   * @throws CannotRunException if it cannot be written
   */
  public static void replace(Path file, byte[] bytes) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Path unfinished = Files.createTempFile(folder, ".unfinished", "");
      try {
        Files.write(unfinished, bytes);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static void create(Path file, String text, FileAttribute<?>[] attributes) {
    create(file, StandardCharsets.UTF_8.encode(text), attributes);
  }

  private static void create(Path file, ByteBuffer bytes, FileAttribute<?>[] attributes) {
    try (WritableByteChannel out = Files.newByteChannel(file, NEW, attributes)) {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (FileAlreadyExistsException e) {
      throw new CannotRunException(
          file + " exists already and is never overwritten; choose another name.", e);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static CannotRunException cannotWrite(Path file, IOException e) {
    return e instanceof NoSuchFileException
        ? new CannotRunException("There is no folder to write " + file + " into.", e)
        : new CannotRunException("Cannot write " + file + ": " + e.getMessage(), e);
  }
}
