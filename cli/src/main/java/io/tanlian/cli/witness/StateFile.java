package io.tanlian.cli.witness;

import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.encoding.StrictUtf8;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.witness.CosignedHead;
import io.tanlian.tlog.witness.KnownLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * The newest checkpoint of one log that a witness cosigned, as the log signed it. The file is named
 * by the hash of the origin, which may hold anything.
 */
final class StateFile {
  private static final Set<StandardOpenOption> AFRESH =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);

  private final KnownLog log;
  private final Path directory;
  private final Path file;

  StateFile(Path directory, KnownLog log) {
    this.log = log;
    this.directory = directory;
    this.file = directory.resolve(sha256(log.origin()) + ".checkpoint");
  }

  /**
   * What is remembered of the log.
   *
   * @throws CannotRunException if it is damaged: a witness that forgot must not sign again
   */
  CosignedHead read() {
    if (!Files.exists(file)) {
      return CosignedHead.NONE;
    }
    try {
      SignedNote note = SignedNote.parse(StrictUtf8.decode(InputFile.bytes(file)));
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      if (!checkpoint.origin().equals(log.origin())) {
        throw damaged("it is of log " + checkpoint.origin());
      }
      if (note.verify(log.keys()) instanceof Verdict.Fails(String reason)) {
        throw damaged(reason);
      }
      return CosignedHead.of(checkpoint);
    } catch (MalformedException e) {
      throw damaged(e.getMessage());
    }
  }

  private CannotRunException damaged(String reason) {
    return new CannotRunException(
        "%s should hold the checkpoint of %s cosigned last, and does not: %s. Restore it, or if the log has a new key, name the old one beside it."
            .formatted(file, log.origin(), reason));
  }

  /**
   * Remembers a checkpoint: when this returns it is on disk, and before that the old one is.
   * Signatures by others than the log are not kept.
   */
  void replace(SignedNote checkpoint) throws IOException {
    SignedNote kept =
        new SignedNote(
            checkpoint.text(),
            checkpoint.signatures().stream()
                .filter(line -> log.keys().stream().anyMatch(key -> key.isNamedBy(line)))
                .toList());
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try (FileChannel out = FileChannel.open(draft, AFRESH, StateDirectory.ownerOnly("rw-------"))) {
      ByteBuffer bytes = ByteBuffer.wrap(StrictUtf8.encode(kept.format()));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  private static String sha256(String origin) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(StrictUtf8.encode(origin)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
