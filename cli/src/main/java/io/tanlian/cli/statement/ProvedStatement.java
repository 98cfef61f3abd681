package io.tanlian.cli.statement;

import io.tanlian.cli.exchange.HeldStatement;
import io.tanlian.cli.receipt.ReceiptVerdict;
import io.tanlian.contracts.evidence.Evidence;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.tlog.note.VerifierKey;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * A statement whose place on the ledger was verified here.
 *
 * @param leafHash 64 hexadecimal digits
 * @param receipt what proves it, as the exchange wrote it
 */
public record ProvedStatement(ReadStatement read, long index, String leafHash, String receipt) {

  /** Verifies what an exchange handed out when it was asked for {@code asked}. */
  static Fetched<ProvedStatement> of(HeldStatement held, StatementId asked, VerifierKey log) {
    return switch (ReceiptVerdict.of(held.receipt(), held.signed(), log)) {
      case ReceiptVerdict.Unproved(String reason) ->
          new Fetched.Unproved<>(
              "The exchange's receipt does not prove that %s is on the ledger: %s."
                  .formatted(asked, reason));
      case ReceiptVerdict.Proved proved ->
          switch (StatementReader.read(held.signed())) {
            case Outcome.Refused<ReadStatement>(List<Problem> problems) ->
                new Fetched.Unproved<>(
                    "What the exchange handed out as %s is not a statement with its own disclosures: %s"
                        .formatted(asked, problems.getFirst().detail()));
            case Outcome.Accepted<ReadStatement>(ReadStatement read)
                when !read.statement().id().equals(asked) ->
                new Fetched.Unproved<>(
                    "The exchange handed out %s when asked for %s."
                        .formatted(read.statement().id(), asked));
            case Outcome.Accepted<ReadStatement>(ReadStatement read) ->
                new Fetched.Done<>(
                    new ProvedStatement(
                        read,
                        proved.index(),
                        HexFormat.of().formatHex(proved.leafHash().bytes()),
                        held.receipt()));
          };
    };
  }

  /** It as evidence of these figures, in a document. */
  public Evidence evidence(Collection<String> proves) {
    return new Evidence(
        read.statement().id(),
        read.statement().type().wireName(),
        index,
        leafHash,
        receipt,
        List.copyOf(proves));
  }
}
