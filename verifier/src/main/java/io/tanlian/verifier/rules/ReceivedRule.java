package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.FOOTPRINT_UNSIGNED;
import static io.tanlian.contracts.problem.ProblemCode.STATEMENT_ID_NOT_DERIVED;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.received.FootprintReceived;
import io.tanlian.contracts.received.ReceivedFootprint;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * A footprint that came from another host is recorded once for its receiver, under an id that
 * follows from where it came from and its bytes; and everybody is warned that nobody who made it
 * signed it. The words name no one: who receives what from whom is concealed.
 */
final class ReceivedRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Received(FootprintReceived(ReceivedFootprint received)))) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.warning(
            FOOTPRINT_UNSIGNED,
            Case.SUBJECT + "/received",
            "The footprint was received unsigned: only that it came is proved",
            "Ask its maker to declare it here, or to sign it."));
    if (received != null) {
      StatementId derived = FootprintReceived.idOf(received);
      if (!at.statement().id().equals(derived)) {
        findings.add(
            Finding.error(
                STATEMENT_ID_NOT_DERIVED,
                "/id",
                "The id is not the one that follows from what was received",
                "Name the statement %s.".formatted(derived.value())));
      }
    }
    return findings;
  }
}
