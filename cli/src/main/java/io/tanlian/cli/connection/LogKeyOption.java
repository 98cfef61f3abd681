package io.tanlian.cli.connection;

import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.tlog.note.VerifierKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The log key that everything the exchange says is verified with. */
public final class LogKeyOption {
  @Option(
      names = "--log-key",
      paramLabel = "VKEY",
      description = {
        "The log's public key, as NAME+HEX+BASE64; by default that in the credentials.",
        "Get it from the operator, not from the server you want to check."
      })
  private @Nullable VerifierKey logKey;

  /** The key given here, or else the one known otherwise. */
  public Optional<VerifierKey> or(Optional<VerifierKey> known) {
    return Optional.ofNullable(logKey).or(() -> known);
  }

  /**
   * The same, where nothing can be done without a key.
   *
   * @throws CannotRunException if there is none
   */
  public VerifierKey require(Optional<VerifierKey> known) {
    return or(known)
        .orElseThrow(() ->
            new CannotRunException(
                "No log key is pinned, so nothing the server says could be verified. Give --log-key"
                    + " with the key NAME+HEX+BASE64 that the operator published: it is printed"
                    + " when the exchange is set up, and stands as logKey in the credentials file"
                    + " you got. Do not take it from the server you are about to check."));
  }
}
