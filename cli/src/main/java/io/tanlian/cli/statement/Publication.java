package io.tanlian.cli.statement;

import io.tanlian.cli.connection.Findings;
import io.tanlian.cli.connection.Refusals;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.PublishOutcome;
import io.tanlian.cli.exchange.Refusal;
import io.tanlian.cli.receipt.ReceiptVerdict;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Printer.Tone;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.tlog.note.VerifierKey;
import tools.jackson.databind.node.ObjectNode;

/** What came of publishing a statement, after its receipt was verified here. */
public sealed interface Publication {

  /** It is on the ledger; the receipt proves it under the pinned log key. */
  record Proved(PublishOutcome.Published published) implements Publication {}

  /** It is on the ledger, as a receipt from an earlier run proves; the exchange was not asked. */
  record Kept(long index, long treeSize) implements Publication {}

  /** The exchange says that it is on the ledger, and cannot prove it. */
  record Unproved(String reason) implements Publication {}

  /** The exchange will not have it. */
  record Refused(Refusal refusal) implements Publication {}

  /** It may be there or not; publishing it again is safe. */
  record Failed(String why) implements Publication {}

  /** Publishes a statement and believes the answer only if its receipt holds. */
  static Publication of(SignedStatement statement, ExchangeClient client, VerifierKey log) {
    return switch (client.postStatement(statement)) {
      case PublishOutcome.Published published ->
          switch (ReceiptVerdict.of(published.receipt(), statement, log)) {
            case ReceiptVerdict.Proved proved when proved.index() == published.index() ->
                new Proved(published);
            case ReceiptVerdict.Proved proved ->
                new Unproved(
                    "it says index %d, but its receipt is for index %d"
                        .formatted(published.index(), proved.index()));
            case ReceiptVerdict.Unproved(String reason) -> new Unproved(reason);
          };
      case PublishOutcome.Refused(Refusal refusal) -> new Refused(refusal);
      case PublishOutcome.Failed(String why) -> new Failed(why);
    };
  }

  default int exitCode() {
    return switch (this) {
      case Proved proved -> ExitCode.OK;
      case Kept kept -> ExitCode.OK;
      case Refused refused -> ExitCode.REFUSED;
      case Failed failed -> ExitCode.COULD_NOT_RUN;
      case Unproved unproved -> ExitCode.TAMPERED;
    };
  }

  /** Says it in words, of what is called {@code what}. */
  default void show(String what, Printer printer) {
    switch (this) {
      case Proved(PublishOutcome.Published published) -> {
        printer.line(
            Tone.GOOD,
            "%s: %s at index %d, receipt verified"
                .formatted(
                    what,
                    published.again() ? "was published before" : "published",
                    published.index()));
        Findings.show(published.findings(), printer);
      }
      case Kept(long index, long treeSize) ->
          printer.line(
              Tone.GOOD,
              "%s: published at index %d, receipt kept and verified".formatted(what, index));
      case Refused(Refusal refusal) -> {
        printer.line(what + ": not published");
        Refusals.lines(refusal, printer);
      }
      case Failed(String why) ->
          printer.line(Tone.BAD, what + ": not known whether published. " + why);
      case Unproved(String reason) ->
          printer.line(
              Tone.BAD,
              "%s: the exchange says it is published, but its receipt does not prove it: %s. Keep the receipt and ask the operator."
                  .formatted(what, reason));
    }
  }

  /** Says it for programs. */
  default ObjectNode json() {
    return switch (this) {
      case Proved(PublishOutcome.Published published) -> {
        ObjectNode result =
            Printer.outcome("published")
                .put("statement", published.statement().value())
                .put("index", published.index())
                .put("treeSize", published.treeSize())
                .put("again", published.again());
        published
            .findings()
            .forEach(finding -> result.withArray("findings").add(Findings.json(finding)));
        yield result;
      }
      case Kept(long index, long treeSize) ->
          Printer.outcome("published")
              .put("index", index)
              .put("treeSize", treeSize)
              .put("again", true);
      case Refused(Refusal refusal) -> Refusals.json(refusal);
      case Failed(String why) -> Printer.outcome("failed").put("detail", why);
      case Unproved(String reason) -> Printer.outcome("unproved").put("detail", reason);
    };
  }
}
