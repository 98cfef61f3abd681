package io.tanlian.exchange.readmodel;

import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.sharing.Grant;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.Statement;
import java.sql.SQLException;

/**
 * What each kind of statement changes in the read models. An update names the positions before its
 * own, so that it is the same whether later rows are there already or not.
 */
final class ReadModels {

  private static final String ADMITTED =
      """
      INSERT INTO %s.participant (participant, name, roles, position) VALUES (?, ?, ?, ?)
      ON CONFLICT (participant) DO NOTHING
      """;

  private static final String DECLARATION_WITHDRAWN =
      """
      UPDATE %s.declaration SET ended_at = ?
      WHERE issuer = ? AND statement = ? AND ended_at IS NULL AND position < ?
      """;

  private static final String GRANT_WITHDRAWN =
      """
      UPDATE %s.consent SET withdrawn_at = ?
      WHERE grantor = ? AND statement = ? AND withdrawn_at IS NULL AND position < ?
      """;

  private final ReadModelWrites writes;
  private final long index;
  private final ParticipantId issuer;

  private ReadModels(ReadModelWrites writes, long index, Statement statement) {
    this.writes = writes;
    this.index = index;
    this.issuer = statement.issuer();
  }

  /** Adds what the statement changes to the writes. */
  static void apply(ReadModelWrites writes, long index, Statement statement) throws SQLException {
    var models = new ReadModels(writes, index, statement);
    switch (statement.claim()) {
      case Claim.Admitted(ParticipantAdmitted admitted) -> models.admitted(admitted);
      case Claim.Declared(ProductFootprintDeclaration declaration) ->
          DeclaredRows.add(writes, index, statement, declaration.footprint());
      case Claim.Granted(Grant grant) -> GrantedRows.add(writes, index, statement, grant);
      case Claim.Withdrawn(var withdrawal) -> models.withdrawn(withdrawal.statement());
      case Claim.Enrolled _,
          Claim.Rotated _,
          Claim.Revoked _,
          Claim.Recovered _,
          Claim.Batched _,
          Claim.Offered _,
          Claim.Accepted _,
          Claim.Processed _,
          Claim.Claimed _,
          Claim.Corrected _,
          Claim.Certified _,
          Claim.HandedOver _,
          Claim.Cancelled _,
          Claim.Reversed _,
          Claim.Published _,
          Claim.Requested _,
          Claim.Answered _,
          Claim.Received _ -> {}
    }
  }

  private void admitted(ParticipantAdmitted admitted) throws SQLException {
    writes.insert(
        ADMITTED,
        admitted.participant().value(),
        admitted.name(),
        writes.texts(admitted.roles(), Role::wireName),
        index);
  }

  private void withdrawn(StatementId statement) throws SQLException {
    writes.update(DECLARATION_WITHDRAWN, index, issuer.value(), statement.uuid(), index);
    writes.update(GRANT_WITHDRAWN, index, issuer.value(), statement.uuid(), index);
  }
}
