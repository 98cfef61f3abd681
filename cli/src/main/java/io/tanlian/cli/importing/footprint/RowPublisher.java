package io.tanlian.cli.importing.footprint;

import io.tanlian.cli.exchange.Refusal;
import io.tanlian.cli.receipt.ReceiptVerdict;
import io.tanlian.cli.statement.Fetched;
import io.tanlian.cli.statement.PinnedLog;
import io.tanlian.cli.statement.ProvedStatement;
import io.tanlian.cli.statement.Publication;
import io.tanlian.cli.statement.Signing;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.statement.SignedStatement;
import java.util.List;
import java.util.Optional;

/**
 * Publishes rows, each once however often it is tried: what was sent is sent again to the byte, and
 * what is on the ledger although its file was lost is fetched from there.
 */
record RowPublisher(Signatory signatory, PinnedLog log, KeptStatements kept) {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  Publication publish(DeclaredRow row) {
    StatementId id = row.statement();
    Optional<SignedStatement> before = kept.statement(id);
    Optional<Publication> done =
        before.flatMap(signed -> kept.receipt(id).flatMap(receipt -> proved(receipt, signed)));
    if (done.isPresent()) {
      return done.get();
    }
    SignedStatement signed = before.orElseGet(() -> sign(row));
    if (before.isEmpty()) {
      kept.keep(id, signed);
    }
    Publication publication = Publication.of(signed, log.client(), log.key());
    return switch (publication) {
      case Publication.Proved(var published) -> {
        kept.keepReceipt(id, published.receipt());
        yield publication;
      }
      case Publication.Refused(var refusal) when isFinal(refusal) -> {
        kept.forget(id);
        yield refusal.code().equals(ProblemCode.STATEMENT_ID_CONFLICT.code())
            ? onLedger(row).orElse(publication)
            : publication;
      }
      default -> publication;
    };
  }

  /** Of others the exchange may have taken it all the same. */
  private static boolean isFinal(Refusal refusal) {
    return refusal.status() < SERVER_ERROR && refusal.status() != TOO_MANY_REQUESTS;
  }

  private SignedStatement sign(DeclaredRow row) {
    return switch (Signing.sign(
        row.statement(), signatory.issuer(), signatory.origin(), row.claim(), signatory.key())) {
      case Outcome.Accepted<SignedStatement>(SignedStatement signed) -> signed;
      case Outcome.Refused<SignedStatement>(List<?> problems) ->
          throw new IllegalStateException("row " + row.number() + " was checked: " + problems);
    };
  }

  private Optional<Publication> proved(String receipt, SignedStatement signed) {
    return ReceiptVerdict.of(receipt, signed, log.key()) instanceof ReceiptVerdict.Proved proved
        ? Optional.of(new Publication.Kept(proved.index(), proved.treeSize()))
        : Optional.empty();
  }

  /** The row as an earlier import published it, if that is what the ledger has by this name. */
  private Optional<Publication> onLedger(DeclaredRow row) {
    if (!(log.fetch(row.statement()) instanceof Fetched.Done<ProvedStatement>(var found))
        || !found.read().statement().claim().toJson().equals(row.claim().toJson())) {
      return Optional.empty();
    }
    SignedStatement signed = found.read().signed();
    kept.keep(row.statement(), signed);
    kept.keepReceipt(row.statement(), found.receipt());
    return proved(found.receipt(), signed);
  }
}
