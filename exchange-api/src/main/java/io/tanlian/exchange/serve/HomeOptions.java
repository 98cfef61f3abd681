package io.tanlian.exchange.serve;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the newest checkpoint is kept a second time, in every command that needs to know. */
public final class HomeOptions {
  private static final String PASSWORD_VARIABLE = "TANLIAN_CHECKPOINT_HOME_PASSWORD";

  @Option(
      names = "--checkpoint-home",
      paramLabel = "FILE|JDBC-URL",
      description =
          "where the newest checkpoint is kept a second time (newest-checkpoint in the data"
              + " directory)")
  private @Nullable String place;

  @Option(
      names = "--checkpoint-home-role",
      paramLabel = "ROLE",
      defaultValue = "tanlian_checkpoint",
      description =
          "the role of that database (${DEFAULT-VALUE}); its password comes from "
              + PASSWORD_VARIABLE)
  private String role = "tanlian_checkpoint";

  /** The settings that the options make. */
  public HomeSettings settings(DatabaseOptions database, long acceptedLostSize)
      throws StartRefused {
    return new HomeSettings(place(database), acceptedLostSize);
  }

  private HomeSettings.Place place(DatabaseOptions database) throws StartRefused {
    if (place == null) {
      return new HomeSettings.InDataDirectory();
    }
    if (!place.startsWith("jdbc:")) {
      return new HomeSettings.InFile(Path.of(place));
    }
    return new HomeSettings.InDatabase(
        DatabaseUrl.require("--checkpoint-home", place, database.plaintextAccepted()),
        role,
        DatabaseOptions.password(PASSWORD_VARIABLE, role));
  }
}
