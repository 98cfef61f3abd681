package io.tanlian.exchange.witness;

import io.tanlian.tlog.note.KeyType;
import io.tanlian.tlog.note.VerifierKey;
import io.tanlian.tlog.witness.AddCheckpoint;
import java.net.URI;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A witness that this exchange submits its checkpoints to.
 *
 * @param key what its cosignatures are verified with
 * @param submission its submission prefix, without a slash at the end
 */
public record ConfiguredWitness(VerifierKey key, URI submission) {

  private static final Pattern KEY_AND_URL = Pattern.compile("(.+)=(https?://.*)");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  public ConfiguredWitness {
    if (key.type() != KeyType.COSIGNATURE_V1) {
      throw new IllegalArgumentException(
          "the key " + key.name() + " is not a witness's: its type must be 04");
    }
    boolean safe =
        "https".equals(submission.getScheme())
            || ("http".equals(submission.getScheme())
                && THIS_MACHINE.contains(String.valueOf(submission.getHost())));
    if (!safe
        || submission.getHost() == null
        || submission.getRawUserInfo() != null
        || submission.getRawQuery() != null
        || submission.getRawFragment() != null
        || submission.getRawPath().endsWith("/")) {
      throw new IllegalArgumentException(
          "a witness's address is https://HOST[:PORT][/PATH] without a slash at the end, not "
              + submission);
    }
  }

  /**
   * Reads {@code VKEY=URL}.
   *
   * @throws IllegalArgumentException in words, if it is something else
   */
  public static ConfiguredWitness parse(String text) {
    Matcher parts = KEY_AND_URL.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("a witness is given as VKEY=https://HOST");
    }
    return new ConfiguredWitness(VerifierKey.parse(parts.group(1)), URI.create(parts.group(2)));
  }

  /** The name and the key ID, which together tell its signature lines from all others. */
  String id() {
    return key.name() + "+" + HexFormat.of().toHexDigits(key.keyId());
  }

  URI addCheckpoint() {
    return URI.create(submission + AddCheckpoint.PATH);
  }
}
