package io.tanlian.cli.statement;

import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.tlog.note.VerifierKey;

/**
 * The log of an exchange, which is believed only what it proves.
 *
 * @param key that every receipt is verified with
 */
public record PinnedLog(ExchangeClient client, VerifierKey key) {

  /** The log's name, for which statements are signed. */
  public String origin() {
    return key.name();
  }

  /** The statement of this name, proved to be on the log. */
  public Fetched<ProvedStatement> fetch(StatementId id) {
    return Fetched.of(client.statement(id)).then(held -> ProvedStatement.of(held, id, key));
  }
}
