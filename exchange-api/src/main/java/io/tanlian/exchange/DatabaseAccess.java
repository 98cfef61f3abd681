package io.tanlian.exchange;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How a node reaches its database: as the owner of the schemas while it starts, as the service
 * role, which can alter no entry, from then on.
 */
public record DatabaseAccess(
    String url, String owner, String ownerPassword, String service, String servicePassword) {

  /** The role the service runs as. */
  public static final String SERVICE_ROLE = "tanlian_service";

  /** One connection a call, for start-up work only. */
  public DataSource asOwner() {
    return new DriverManagerDataSource(url, owner, ownerPassword);
  }

  @Override
  public String toString() {
    return "DatabaseAccess[url=" + url + ", owner=" + owner + ", service=" + service + "]";
  }
}
