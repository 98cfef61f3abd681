package io.tanlian.verifier.audit;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.tlog.TilePath;
import java.io.IOException;
import java.util.Optional;

/**
 * Where an audit gets the history from. Nothing it returns is trusted. A log that cannot be reached
 * or that refuses to answer throws: the audit could then not run.
 */
public interface LogSource {

  /** The newest signed checkpoint, as the log serves it. */
  Answer checkpoint() throws IOException;

  /** The newest checkpoint that, the log says, enough witnesses cosigned. */
  Answer witnessedCheckpoint() throws IOException;

  /** A tile of hashes or a bundle of entries. */
  Answer tile(TilePath path) throws IOException;

  /** The disclosures of a statement that the caller was granted. */
  DisclosureAnswer disclosures(StatementId statement) throws IOException;

  /**
   * What the server computes for a product from the first {@code treeSize} entries, for comparison;
   * empty if it has no answer, or none is wanted.
   */
  Optional<ServedFootprint> footprint(ProductId product, long treeSize) throws IOException;
}
