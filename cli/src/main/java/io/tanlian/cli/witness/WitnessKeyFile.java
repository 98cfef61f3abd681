package io.tanlian.cli.witness;

import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.tlog.note.KeyType;
import io.tanlian.tlog.note.NoteSigner;
import java.nio.file.Path;

/** A witness's private key in a file, as {@code tanlian witness new-key} writes it. */
final class WitnessKeyFile {
  private WitnessKeyFile() {}

  /**
   * The key in the file.
   *
   * @throws CannotRunException if there is none, or others on this machine can read it
   */
  static NoteSigner read(Path file) {
    NoteSigner key;
    try {
      key = NoteSigner.parse(InputFile.text(file).strip());
    } catch (IllegalArgumentException e) {
      throw new CannotRunException(file + " holds no witness's key: " + e.getMessage() + ".", e);
    }
    if (key.verifierKey().type() != KeyType.COSIGNATURE_V1) {
      throw new CannotRunException(
          file + " holds a log's key. Make one for the witness with 'tanlian witness new-key'.");
    }
    if (InputFile.isReadableByOthers(file)) {
      throw new CannotRunException(
          "Others on this machine can read the private key "
              + file
              + ", and could cosign in this witness's name: run chmod 600 on it, or make a new one.");
    }
    return key;
  }
}
