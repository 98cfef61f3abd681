package io.tanlian.ledger.election;

import java.net.URI;

/**
 * Where the other nodes of a log reach a node.
 *
 * @param node its name, for people
 * @param url the base of its addresses
 * @param tlsFingerprint {@code sha256:} and the hex SHA-256 of its certificate, to be pinned
 */
public record NodeAddress(String node, URI url, String tlsFingerprint) {
  @Override
  public String toString() {
    return "%s at %s".formatted(node, url);
  }
}
