package io.tanlian.exchange.serve;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.exchange.DatabaseAccess;
import io.tanlian.exchange.access.RateSettings;
import io.tanlian.exchange.outbound.OutboundRules;
import io.tanlian.exchange.witness.Witnesses;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an operator decides about a node.
 *
 * @param data the data directory: secrets and, where no server is named, the PostgreSQL cluster
 * @param address the address to listen on
 * @param port the port to listen on
 * @param publicUrl the address by which clients reach the node; it is the OAuth 2 issuer
 * @param origin the name of the log (C2SP tlog-checkpoint); empty for the one kept from the first
 *     start, or then {@code HOST/tanlian}
 * @param operator the operator's identifier; empty for the one kept, or then {@code did:web:HOST}
 * @param operatorName the operator's name, as admitted at index 0; empty for the one kept
 * @param home where the newest checkpoint is kept a second time
 * @param database a PostgreSQL server; empty for the embedded one
 * @param certificate a certificate of the operator's own; empty for a self-signed one
 * @param witnesses who is asked to cosign checkpoints
 * @param nodeUrl the address by which the log's other nodes reach this one; empty for the public
 *     one
 * @param outbound what calls to participants' hosts may do beyond the usual
 * @param rates how many requests of one client are answered
 */
public record ServeSettings(
    Path data,
    String address,
    int port,
    URI publicUrl,
    Optional<String> origin,
    Optional<ParticipantId> operator,
    Optional<String> operatorName,
    HomeSettings home,
    Optional<ExternalDatabase> database,
    Optional<CertificateFiles> certificate,
    Witnesses witnesses,
    Optional<URI> nodeUrl,
    OutboundRules outbound,
    RateSettings rates) {

  /** The settings of a node on this machine only, with everything it needs in {@code data}. */
  public static ServeSettings local(Path data, int port) {
    return new ServeSettings(
        data,
        "127.0.0.1",
        port,
        URI.create("https://localhost:" + port),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        HomeSettings.DEFAULT,
        Optional.empty(),
        Optional.empty(),
        Witnesses.NONE,
        Optional.empty(),
        OutboundRules.NONE,
        RateSettings.DEFAULT);
  }

  /** The same, with other rules for calls to participants' hosts. */
  public ServeSettings withOutbound(OutboundRules rules) {
    return new ServeSettings(
        data,
        address,
        port,
        publicUrl,
        origin,
        operator,
        operatorName,
        home,
        database,
        certificate,
        witnesses,
        nodeUrl,
        rules,
        rates);
  }

  /**
   * A PostgreSQL server that somebody else runs.
   *
   * @param url a JDBC URL without credentials
   * @param owner the role that owns the schemas and may create roles
   * @param ownerPassword its password, from the environment only
   */
  public record ExternalDatabase(String url, String owner, String ownerPassword) {

    DatabaseAccess access(String servicePassword) {
      return new DatabaseAccess(
          url, owner, ownerPassword, DatabaseAccess.SERVICE_ROLE, servicePassword);
    }

    @Override
    public String toString() {
      return "ExternalDatabase[url=" + url + ", owner=" + owner + "]";
    }
  }

  /** PEM files of a certificate chain and its private key. */
  public record CertificateFiles(Path certificate, Path privateKey) {}
}
