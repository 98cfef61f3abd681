package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.REFERENCE_NOT_EARLIER;
import static io.tanlian.contracts.problem.ProblemCode.REFERENCE_NOT_YOURS;
import static io.tanlian.contracts.problem.ProblemCode.REFERENCE_UNKNOWN;
import static io.tanlian.contracts.problem.ProblemCode.REFERENCE_WITHDRAWN;
import static io.tanlian.contracts.problem.ProblemCode.REFERENCE_WRONG_TYPE;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.state.KnownStatement;
import java.util.List;

/** What all references to earlier statements have in common. */
final class References {
  private References() {}

  /** That nothing earlier has this id. */
  static Finding missing(Case at, StatementId id, String pointer) {
    return id.equals(at.statement().id())
        ? notEarlier(pointer)
        : Finding.error(
            REFERENCE_UNKNOWN,
            pointer,
            "%s is not on this ledger at an earlier index".formatted(id.value()),
            "Refer to a statement by the id in its receipt, after it was accepted.");
  }

  static Finding notEarlier(String pointer) {
    return Finding.error(
        REFERENCE_NOT_EARLIER,
        pointer,
        "The statement refers to itself",
        "Refer to an earlier statement.");
  }

  /** That an earlier statement is another participant's, if it is. */
  static List<Finding> requireOwn(Case at, KnownStatement known, String pointer) {
    return known.issuer().equals(at.issuer())
        ? List.of()
        : List.of(
            Finding.error(
                REFERENCE_NOT_YOURS,
                pointer,
                "%s at index %d is a statement of %s"
                    .formatted(known.id().value(), known.index(), known.issuer().value()),
                "Refer to a statement of the issuer."));
  }

  static Finding wrongType(KnownStatement known, String expected, String pointer) {
    return Finding.error(
        REFERENCE_WRONG_TYPE,
        pointer,
        "%s at index %d is a %s"
            .formatted(known.id().value(), known.index(), known.type().wireName()),
        "Refer to a %s.".formatted(expected));
  }

  /** A doubt, if the statement was taken back earlier. */
  static List<Finding> doubtIfWithdrawn(KnownStatement known, String pointer) {
    return known
        .withdrawn()
        .map(ended ->
            Finding.warning(
                REFERENCE_WITHDRAWN,
                pointer,
                "%s was withdrawn at index %d".formatted(known.id().value(), ended.at()),
                "Refer to the statement that is in force now."))
        .map(List::of)
        .orElse(List.of());
  }
}
