package io.tanlian.cli.connection;

import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.Printer;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the file an operator hands out. */
public final class CredentialsFile {
  /** Holds the client secret where it shall not be in the file. */
  static final String SECRET_VARIABLE = "TANLIAN_CLIENT_SECRET";

  private CredentialsFile() {}

  /**
   * The credentials in a file; warns if others can read a secret in it.
   *
   * @throws CannotRunException if there are none
   */
  public static Credentials read(Path file, Printer printer) {
    try {
      Optional<String> secret = Optional.ofNullable(System.getenv(SECRET_VARIABLE));
      Credentials credentials = Credentials.read(InputFile.json(file), secret);
      if (credentials.login().isPresent()
          && secret.isEmpty()
          && InputFile.isReadableByOthers(file)) {
        printer.aside("Others on this machine can read " + file + ": run chmod 600 on it.");
      }
      return credentials;
    } catch (IllegalArgumentException e) {
      throw new CannotRunException(
          "%s is no credentials file: %s.".formatted(file, e.getMessage()), e);
    }
  }
}
