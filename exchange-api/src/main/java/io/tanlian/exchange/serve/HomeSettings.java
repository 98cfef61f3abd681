package io.tanlian.exchange.serve;

import java.nio.file.Path;

/**
 * Where the newest checkpoint is kept a second time.
 *
 * @param place the file or database
 * @param acceptedLostSize the size of the newest checkpoint, if the operator knows that entries
 *     under it are lost and goes on; 0 otherwise
 */
public record HomeSettings(Place place, long acceptedLostSize) {

  /** A file in the data directory. */
  public static final HomeSettings DEFAULT = new HomeSettings(new InDataDirectory(), 0);

  /** Where it is. */
  public sealed interface Place {}

  /** The file {@code newest-checkpoint} in the data directory. */
  public record InDataDirectory() implements Place {}

  /** A file of the operator's choice, best on another disk. */
  public record InFile(Path file) implements Place {}

  /**
   * Another database.
   *
   * @param url a JDBC URL without credentials
   * @param role owns the table, or may make it
   * @param password its password, from the environment only
   */
  public record InDatabase(String url, String role, String password) implements Place {
    @Override
    public String toString() {
      return "InDatabase[url=" + url + ", role=" + role + "]";
    }
  }
}
