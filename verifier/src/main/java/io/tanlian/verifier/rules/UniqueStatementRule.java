package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.STATEMENT_ID_CONFLICT;

import io.tanlian.verifier.Finding;
import java.util.List;

/** A statement's id is used once. */
final class UniqueStatementRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    return at.state()
        .statement(at.statement().id())
        .map(known ->
            Finding.error(
                STATEMENT_ID_CONFLICT,
                "/id",
                "%s stands at index %d already, with %s"
                    .formatted(
                        known.id().value(),
                        known.index(),
                        known.isSameAs(at.read()) ? "this very text" : "other content"),
                "Give every statement an id of its own."))
        .map(List::of)
        .orElse(List.of());
  }
}
