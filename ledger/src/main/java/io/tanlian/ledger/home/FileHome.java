package io.tanlian.ledger.home;

import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.encoding.StrictUtf8;
import io.tanlian.tlog.note.SignedNote;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest checkpoint in a file: best on another disk than the database, and not part of its
 * backup. Several processes may share the file where the file system locks for all of them.
 */
public final class FileHome implements CheckpointHome {
  private static final int FILE_BYTES_MAX = 64 * 1024;
  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);
  private static final long LOCK_RETRY_MS = 10;

  /** A file lock belongs to the process, not to a thread of it: this one keeps threads apart. */
  private static final ReentrantLock IN_PROCESS = new ReentrantLock();

  private final Path file;

  /** A home in this file, whose folder must exist. */
  public FileHome(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  @Override
  public Optional<SignedNote> newest() throws IOException {
    byte[] bytes;
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw new IOException(
            "%s has more than %d bytes; a checkpoint has fewer. Find out who changed it."
                .formatted(file, FILE_BYTES_MAX));
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
    try {
      return Optional.of(KeptNote.parse(StrictUtf8.decode(bytes), "file " + file));
    } catch (MalformedException e) {
      throw new IOException("file " + file + " does not hold a checkpoint: it is not UTF-8", e);
    }
  }

  @Override
  public boolean advance(Optional<SignedNote> expected, SignedNote next) throws IOException {
    try {
      if (!IN_PROCESS.tryLock(LOCK_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(file + " is locked by another thread for too long");
      }
      try (FileChannel lockFile = open(lockFile(), StandardOpenOption.CREATE);
          FileLock _ = lock(lockFile)) {
        if (!newest().equals(expected)) {
          return false;
        }
        replace(next);
        return true;
      } finally {
        IN_PROCESS.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the lock on " + file, e);
    }
  }

  private Path lockFile() {
    return file.resolveSibling(file.getFileName() + ".lock");
  }

  private FileLock lock(FileChannel lockFile) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LOCK_TIMEOUT.toNanos();
    FileLock lock = lockFile.tryLock();
    while (lock == null) {
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "another process holds %s for more than %d s"
                .formatted(lockFile(), LOCK_TIMEOUT.toSeconds()));
      }
      Thread.sleep(LOCK_RETRY_MS);
      lock = lockFile.tryLock();
    }
    return lock;
  }

  /** After a power cut the file holds the old note or the new one, never a part. */
  private void replace(SignedNote next) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    try (FileChannel channel = open(draft, StandardOpenOption.CREATE_NEW)) {
      ByteBuffer bytes = ByteBuffer.wrap(StrictUtf8.encode(next.format()));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(draft.resolveSibling("."))) {
      folder.force(true);
    }
  }

  private static FileChannel open(Path path, StandardOpenOption creation) throws IOException {
    return FileChannel.open(
        path,
        Set.of(creation, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  @Override
  public String toString() {
    return "file " + file;
  }
}
