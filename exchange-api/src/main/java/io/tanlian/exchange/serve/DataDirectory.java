package io.tanlian.exchange.serve;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A node's data directory, held by one process at a time. */
final class DataDirectory implements AutoCloseable {

  private final Path root;
  private final FileChannel lockFile;

  private DataDirectory(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  static DataDirectory open(Path root) throws IOException, StartRefused {
    Path directory = PrivateFiles.directory(root.toAbsolutePath().normalize());
    FileChannel lockFile =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(lockFile) == null) {
      lockFile.close();
      throw new StartRefused(
          "Another Tanlian process uses "
              + directory
              + ". Stop it, or name another directory with --data DIR.");
    }
    return new DataDirectory(directory, lockFile);
  }

  /** Whether a process uses the directory. */
  static boolean isHeld(Path root) throws IOException {
    try (FileChannel lockFile =
            FileChannel.open(
                root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(lockFile)) {
      return lock == null;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
    try {
      return lockFile.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  Path root() {
    return root;
  }

  Path secrets() throws IOException, StartRefused {
    return PrivateFiles.directory(root.resolve("secrets"));
  }

  Path identity() {
    return root.resolve("node.json");
  }

  Path cluster() {
    return root.resolve("postgres");
  }

  /** The credentials of the operator's own client, for the command line. */
  Path operatorCredentials() {
    return root.resolve("operator.credentials.json");
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
