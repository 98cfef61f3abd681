package io.tanlian.cli.exchange;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What came of publishing a statement. */
public sealed interface PublishOutcome {

  /**
   * The exchange says it is on the ledger; the receipt proves it, once verified.
   *
   * @param index its position on the ledger
   * @param treeSize the size of the tree the receipt is for
   * @param receipt C2SP tlog-proof, not verified
   * @param findings what the exchange noticed that does not keep it off the ledger
   * @param again whether it was on the ledger before
   */
  record Published(
      StatementId statement,
      long index,
      long treeSize,
      String receipt,
      List<Finding> findings,
      boolean again)
      implements PublishOutcome {
    public Published {
      findings = List.copyOf(findings);
    }
  }

  /** The exchange will not have it on the ledger as it is, or not now. */
  record Refused(Refusal refusal) implements PublishOutcome {}

  /**
   * There is no usable answer. It may be on the ledger or not; publishing it again is safe.
   *
   * @param why what happened and what to do about it, in plain English
   */
  record Failed(String why) implements PublishOutcome {}

  /** The outcome that a reply stands for. */
  static PublishOutcome of(Reply<Published> reply) {
    return switch (reply) {
      case Reply.Received<Published>(Published published) -> published;
      case Reply.Refused<Published>(Refusal refusal) -> new Refused(refusal);
      case Reply.Failed<Published>(String why) -> new Failed(why);
    };
  }

  /** Reads the body of an answer with status 200 or 201. */
  static Published published(JsonNode body, boolean again) {
    return new Published(
        StatementId.parse(JsonField.text(body, "statement")),
        JsonField.wholeNumber(body, "index"),
        JsonField.wholeNumber(body, "treeSize"),
        JsonField.text(body, "receipt"),
        StreamSupport.stream(body.path("findings").spliterator(), false)
            .flatMap(finding -> finding(finding).stream())
            .toList(),
        again);
  }

  private static Optional<Finding> finding(JsonNode node) {
    Severity severity =
        switch (node.path("severity").asString("")) {
          case "error" -> Severity.ERROR;
          case "warning" -> Severity.WARNING;
          default -> Severity.INFO;
        };
    return ProblemDocument.problem(node).map(problem -> new Finding(severity, problem));
  }
}
