package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_TRANSFER_MISFIT;
import static io.tanlian.contracts.problem.ProblemCode.PARTICIPANT_UNKNOWN;
import static io.tanlian.contracts.problem.ProblemCode.REFERENCE_WRONG_TYPE;

import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.Transfer;
import io.tanlian.contracts.material.TransferAcceptance;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.StatementType;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.stock.Amounts;
import io.tanlian.verifier.stock.Stock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Seller and buyer sign for the same: a buyer who is admitted accepts exactly what was offered. */
final class TransferRule implements Rule {
  private static final String BATCH = Case.SUBJECT + "/batch";

  @Override
  public List<Finding> judge(Case at) {
    return switch (at.claim()) {
      case Claim.Offered(Transfer transfer) -> offer(at, transfer);
      case Claim.Accepted(TransferAcceptance acceptance) -> acceptance(at, acceptance);
      default -> List.of();
    };
  }

  private static List<Finding> offer(Case at, Transfer transfer) {
    String pointer = Case.SUBJECT + "/buyer";
    List<Finding> findings = new ArrayList<>();
    if (transfer.buyer().equals(at.issuer())) {
      findings.add(
          Finding.error(
              MATERIAL_TRANSFER_MISFIT,
              pointer,
              "Seller and buyer are the same",
              "Name the company that takes it over; a transfer changes the owner."));
    } else if (at.state().participant(transfer.buyer()).isEmpty()) {
      findings.add(
          Finding.error(
              PARTICIPANT_UNKNOWN,
              pointer,
              "%s is not admitted, and could not accept".formatted(transfer.buyer()),
              "Ask the operator to admit the buyer first."));
    }
    source(at)
        .filter(stock -> !isSameProduct(stock, transfer.batch()))
        .ifPresent(stock -> findings.add(otherProduct(stock, transfer.batch())));
    return findings;
  }

  private static List<Finding> acceptance(Case at, TransferAcceptance acceptance) {
    var holding = at.state().holding(acceptance.source().statement());
    if (holding.filter(held -> held.type() != StatementType.TRANSFER).isPresent()) {
      return List.of(
          Finding.error(
              REFERENCE_WRONG_TYPE,
              Case.SUBJECT + "/source",
              "%s at index %d is a %s"
                  .formatted(
                      acceptance.source().statement(),
                      holding.get().index(),
                      holding.get().type().wireName()),
              "Name the transfer that offers you the batch."));
    }
    List<Finding> findings = new ArrayList<>();
    source(at)
        .ifPresent(offered -> {
          if (!Amounts.of(offered.batch()).equals(Amounts.of(acceptance.batch()))) {
            findings.add(
                Finding.error(
                    MATERIAL_TRANSFER_MISFIT,
                    BATCH,
                    "Mass and contents are not those of %s".formatted(acceptance.source()),
                    "Accept what was offered, whole; if less arrived, have the seller correct the transfer."));
          }
          if (!isSameProduct(offered, acceptance.batch())) {
            findings.add(otherProduct(offered, acceptance.batch()));
          }
        });
    return findings;
  }

  /** The batch it is taken from, if that is the issuer's. */
  private static Optional<Stock> source(Case at) {
    return Use.ofOwn(at).stream().map(Use::stock).flatMap(Optional::stream).findFirst();
  }

  private static boolean isSameProduct(Stock stock, Batch batch) {
    return stock.batch().product().names(batch.product());
  }

  private static Finding otherProduct(Stock stock, Batch batch) {
    return Finding.error(
        MATERIAL_TRANSFER_MISFIT,
        BATCH + "/product",
        "The batch is %s, not %s".formatted(stock.batch().product(), batch.product()),
        "A transfer changes the owner only: name the same product.");
  }
}
