package io.tanlian.cli.key;

import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.key.PublicKey;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Keys in files, as JSON Web Keys (RFC 7517). */
public final class KeyFile {
  private KeyFile() {}

  /**
   * The private key in a file; warns if others can read it.
   *
   * @throws CannotRunException if there is none
   */
  public static SigningKey signing(Path file, Printer printer) {
    SigningKey key = accepted(file, SigningKey.parse(InputFile.json(file)));
    if (InputFile.isReadableByOthers(file)) {
      printer.aside(
          "Others on this machine can read the private key " + file + ": run chmod 600 on it.");
    }
    return key;
  }

  /**
   * The public key in a file that holds either that key or its private one.
   *
   * @throws CannotRunException if there is none
   */
  public static PublicKey published(Path file) {
    JsonNode jwk = InputFile.json(file);
    return jwk.has("d")
        ? accepted(file, SigningKey.parse(jwk)).publicKey()
        : accepted(file, PublicKey.parse(jwk));
  }

  private static <T> T accepted(Path file, Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T key) -> key;
      case Outcome.Refused<T>(List<Problem> problems) ->
          throw new CannotRunException(
              "%s holds no key to use here: %s %s"
                  .formatted(file, problems.getFirst().detail(), problems.getFirst().remedy()));
    };
  }
}
