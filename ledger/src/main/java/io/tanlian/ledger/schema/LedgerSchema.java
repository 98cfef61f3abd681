package io.tanlian.ledger.schema;

import io.tanlian.ledger.storage.LedgerUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Creates and upgrades the tables of the ledger, and gives the service role its few rights. */
public final class LedgerSchema {
  private static final String SCHEMA = "ledger";
  private static final String LOCATION = "classpath:db/ledger";
  private static final int CONNECT_RETRIES = 3;

  /** Lower case only: quoted in SQL, the name must not differ from its unquoted spelling. */
  private static final Pattern ROLE_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private LedgerSchema() {}

  /**
   * Brings the schema up to date. Safe to run from several nodes at once.
   *
   * @param owner connects as the role that owns the schema; the running service must not have it
   * @param serviceRole an existing role, which gets select and insert on the ledger and delete on
   *     attachments, nothing else
   */
  public static void migrate(DataSource owner, String serviceRole) {
    if (!ROLE_NAME.matcher(serviceRole).matches()) {
      throw new IllegalArgumentException(
          "the service role must match " + ROLE_NAME + ": " + serviceRole);
    }
    Flyway.configure()
        .dataSource(owner)
        .schemas(SCHEMA)
        .locations(LOCATION)
        .placeholders(Map.of("serviceRole", serviceRole))
        .connectRetries(CONNECT_RETRIES)
        .cleanDisabled(true)
        .load()
        .migrate();
    makeRoom(owner);
  }

  private static void makeRoom(DataSource owner) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select ledger.make_room()");
    } catch (SQLException e) {
      throw new LedgerUnavailableException(e);
    }
  }
}
