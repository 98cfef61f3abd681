package io.tanlian.verifier.trace;

import io.tanlian.contracts.identifier.StatementId;
import java.util.List;
import java.util.Set;

/** Finds statements that moved material, as of one tree size. */
public interface MaterialRecords {

  /** Those of the statements that are on the ledger and move material, by index. */
  List<Moved> statements(Set<StatementId> ids);

  /**
   * All that changed what the statements brought, that of each by index: uses and corrections, and
   * perhaps the statements themselves. There may be very many, so not all need be in memory at
   * once, and one that changed several may come more than once.
   */
  Iterable<Moved> changesOf(Set<StatementId> ids);
}
