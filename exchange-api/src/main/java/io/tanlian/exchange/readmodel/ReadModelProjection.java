package io.tanlian.exchange.readmodel;

import io.tanlian.exchange.PublicStatement;
import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.replay.Projection;
import io.tanlian.ledger.replay.StagedTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How the read models follow from the ledger, whether tailed or rebuilt. */
public final class ReadModelProjection implements Projection {
  /** The tail that keeps them in step. */
  public static final String TAIL = "read-models";

  public static final StagedTables TABLES =
      new StagedTables("exchange", List.of("participant", "declaration", "consent", "granted"));

  private static final String ISSUER_TAG = "issuer:";

  /** A statement changes only what its issuer has written before. */
  @Override
  public String laneKey(SequencedEntry entry) {
    return entry.entry().tags().stream()
        .filter(tag -> tag.startsWith(ISSUER_TAG))
        .findFirst()
        .orElseThrow(
            () -> new CorruptLedgerException(entry.index(), "it has no tag of its issuer"));
  }

  @Override
  public void apply(Connection connection, String schema, List<SequencedEntry> entries)
      throws SQLException {
    var writes = new ReadModelWrites(connection, schema);
    for (SequencedEntry entry : entries) {
      ReadModels.apply(writes, entry.index(), PublicStatement.of(entry.index(), entry.entry()));
    }
    writes.send();
  }
}
