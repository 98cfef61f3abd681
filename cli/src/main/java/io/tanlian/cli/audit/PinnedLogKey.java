package io.tanlian.cli.audit;

import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.file.OutputFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.tlog.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The log key that an audit's folder is bound to, from its first run on. */
final class PinnedLogKey {
  private static final String FILE = "log-key";

  private final Path file;

  PinnedLogKey(Path folder) {
    this.file = folder.resolve(FILE);
  }

  /**
   * The key pinned by an earlier run.
   *
   * @throws CannotRunException if what is there is no key
   */
  Optional<VerifierKey> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(VerifierKey.parse(InputFile.text(file).strip()));
    } catch (IllegalArgumentException e) {
      throw new CannotRunException(file + " holds no log key: " + e.getMessage(), e);
    }
  }

  /**
   * Pins the key for this run and all later ones.
   *
   * @throws CannotRunException if the folder belongs to another log, or cannot be written
   */
  void pin(VerifierKey log) {
    Optional<VerifierKey> pinned = read();
    if (pinned.isEmpty()) {
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
      } catch (IOException e) {
        throw new CannotRunException("Cannot make the folder for " + file + ".", e);
      }
      OutputFile.create(file, log.format() + "\n");
    } else if (!pinned.get().equals(log)) {
      throw new CannotRunException(
          "%s says that this folder audits the log %s with another key than the one given. Audit each log into a folder of its own; if the operator changed its key, find out why first."
              .formatted(file, pinned.get().name()));
    }
  }
}
