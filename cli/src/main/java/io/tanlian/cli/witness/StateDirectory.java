package io.tanlian.cli.witness;

import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.tlog.witness.KnownLog;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What a witness remembers: a small file for each log, in a directory that one process holds at a
 * time. Two witnesses with one key and two memories could be shown two histories.
 */
final class StateDirectory implements AutoCloseable {
  private final Path directory;
  private final FileChannel lock;

  private StateDirectory(Path directory, FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * Opens the directory, makes it where there is none, and holds it until closed.
   *
   * @throws CannotRunException if another process holds it, or it cannot be used
   */
  static StateDirectory open(Path directory) {
    try {
      Files.createDirectories(directory, ownerOnly("rwx------"));
      FileChannel lock =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isTaken(lock)) {
        lock.close();
        throw new CannotRunException(
            "Another witness uses " + directory + ". Stop it, or name another --state directory.");
      }
      return new StateDirectory(directory, lock);
    } catch (IOException e) {
      throw new CannotRunException("Cannot use " + directory + ": " + e.getMessage() + ".", e);
    }
  }

  private static boolean isTaken(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  /** The memory of a log. */
  StateFile of(KnownLog log) {
    return new StateFile(directory, log);
  }

  static FileAttribute<?>[] ownerOnly(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new CannotRunException("Cannot let go of " + directory + ": " + e.getMessage(), e);
    }
  }
}
