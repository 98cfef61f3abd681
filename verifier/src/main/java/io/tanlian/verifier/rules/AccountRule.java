package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_CUSTODY_BROKEN;

import io.tanlian.contracts.material.Account;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.stock.Movement;
import java.time.LocalDate;
import java.util.List;

/**
 * Credits enter the account of a period that has begun: in one far ahead they would live for ever.
 */
final class AccountRule implements Rule {
  /** The day begins in the east before it does in UTC. */
  private static final int DAYS_AHEAD_MAX = 1;

  @Override
  public List<Finding> judge(Case at) {
    String field = at.claim() instanceof Claim.Recovered ? "/period" : "/account/period";
    LocalDate today = at.today();
    return Movement.of(at.statement())
        .flatMap(Movement::custody)
        .map(Custody::account)
        .map(Account::period)
        .filter(period -> period.first().isAfter(today.plusDays(DAYS_AHEAD_MAX)))
        .map(period ->
            Finding.error(
                MATERIAL_CUSTODY_BROKEN,
                Case.SUBJECT + field + "/first",
                "The account's period begins on %s, the exchange took the statement on %s"
                    .formatted(period.first(), today),
                "Name the period that runs, or one before it."))
        .stream()
        .toList();
  }
}
