package io.tanlian.exchange.serve;

import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.exchange.Node;
import io.tanlian.exchange.PublicStatement;
import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.storage.StoredCheckpoints;
import io.tanlian.ledger.storage.StoredEntries;
import io.tanlian.ledger.storage.StoredHead;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.SignedNote;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Whose ledger a database holds: the key that signed it and the operator admitted at index 0. */
final class LedgerOwner {

  private static final String HAS_LEDGER = "SELECT to_regclass('ledger.checkpoint') IS NOT NULL";

  private LedgerOwner() {}

  /** Refuses a ledger that is not this node's; an empty one is nobody's yet. */
  static void refuseOther(Connection connection, Node node) throws SQLException, StartRefused {
    if (!hasLedger(connection)) {
      return;
    }
    try {
      Optional<SignedNote> newest = StoredCheckpoints.latest(connection);
      if (newest.isPresent()
          && Checkpoint.verify(newest.get(), node.logKey().verifierKey())
              instanceof Verdict.Fails(String reason)) {
        throw new StartRefused(
            "The ledger in this database was not signed with this node's log key ("
                + reason
                + "). Start it with the data directory it was made with.");
      }
      if (StoredHead.read(connection).size() > 0) {
        refuseOtherOperator(StoredEntries.page(connection, 0, 1).getFirst(), node);
      }
    } catch (CorruptLedgerException damaged) {
      throw new StartRefused(
          "This database is refused: "
              + damaged.getMessage()
              + ". Keep a copy of it, and restore a backup.",
          damaged);
    }
  }

  private static boolean hasLedger(Connection connection) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet answer = query.executeQuery(HAS_LEDGER)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private static void refuseOtherOperator(SequencedEntry first, Node node) throws StartRefused {
    if (PublicStatement.of(first.index(), first.entry()).claim()
            instanceof Claim.Admitted(ParticipantAdmitted admitted)
        && admitted.participant().equals(node.operator())) {
      return;
    }
    throw new StartRefused(
        "The ledger in this database does not begin with the admission of this node's operator "
            + node.operator().value()
            + ". Start it with the data directory it was made with.");
  }
}
