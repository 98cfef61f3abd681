package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.STATEMENT_ISSUED_IN_FUTURE;

import io.tanlian.verifier.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A statement was issued before the exchange took it, give or take what clocks differ. */
final class IssueTimeRule implements Rule {
  static final Duration CLOCK_DIFFERENCE_MAX = Duration.ofMinutes(5);

  @Override
  public List<Finding> judge(Case at) {
    Instant issuedAt = at.statement().issuedAt();
    Instant taken = at.context().entryTime();
    return issuedAt.isAfter(taken.plus(CLOCK_DIFFERENCE_MAX))
        ? List.of(
            Finding.error(
                STATEMENT_ISSUED_IN_FUTURE,
                "/validFrom",
                "validFrom is %s, more than %d minutes after the exchange took it at %s"
                    .formatted(issuedAt, CLOCK_DIFFERENCE_MAX.toMinutes(), taken),
                "Set the clock of the computer that signs."))
        : List.of();
  }
}
