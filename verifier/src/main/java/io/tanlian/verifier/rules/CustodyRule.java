package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_CUSTODY_BROKEN;

import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.stock.Amounts;
import io.tanlian.verifier.stock.Holding;
import io.tanlian.verifier.stock.Movement;
import io.tanlian.verifier.stock.Stock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chain of custody (ISO 22095:2020) never gets stricter on the way: what was mixed stays mixed,
 * what is kept apart is used with all it holds, and an account does not make a credit live longer.
 * A recovery takes many batches apart, into an account of its own; what it makes is kept no more
 * strictly than what it took. A claim uses batches side by side and makes none of them.
 */
final class CustodyRule implements Rule {
  /**
   * Relative, of a content to the mass it is in: what weighing and rounding to grams leave open.
   */
  static final BigDecimal TOLERANCE = new BigDecimal("0.01");

  private static final String POINTER = Case.SUBJECT + "/custody";

  @Override
  public List<Finding> judge(Case at) {
    Optional<CustodyModel> model = modelOf(at.claim());
    if (model.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    int batches = Use.of(at).size();
    boolean mixes = !(at.claim() instanceof Claim.Recovered || at.claim() instanceof Claim.Claimed);
    if (mixes && model.get() == CustodyModel.IDENTITY_PRESERVED && batches > 1) {
      findings.add(
          broken(
              POINTER,
              "%d batches become one, which does not preserve their identities".formatted(batches),
              "State segregated, or use one batch."));
    }
    Use.ofOwn(at)
        .forEach(use ->
            use.holding()
                .ifPresent(holding -> findings.addAll(judge(at, model.get(), use, holding))));
    return findings;
  }

  private static Optional<CustodyModel> modelOf(Claim claim) {
    return switch (claim) {
      case Claim.Recovered(var recovery) -> Optional.of(recovery.custody());
      case Claim.Batched(var batch) -> Optional.of(batch.custody().model());
      case Claim.Offered(var transfer) -> Optional.of(transfer.custody().model());
      case Claim.Accepted(var acceptance) -> Optional.of(acceptance.custody().model());
      case Claim.Processed(var processing) -> Optional.of(processing.custody().model());
      case Claim.Claimed(var claimed) -> Optional.of(claimed.custody());
      default -> Optional.empty();
    };
  }

  private static List<Finding> judge(Case at, CustodyModel next, Use use, Holding holding) {
    List<Finding> findings = new ArrayList<>();
    Optional<CustodyModel> before = holding.custody().map(Custody::model);
    before
        .filter(model -> !model.allows(next))
        .ifPresent(model ->
            findings.add(
                broken(
                    POINTER,
                    "%s is kept under %s, which cannot become %s"
                        .formatted(use.allocation().batch(), model.wireName(), next.wireName()),
                    "State %s, or use other batches.".formatted(model.wireName()))));
    if (at.claim() instanceof Claim.Recovered) {
      return findings;
    }
    if (before.filter(model -> !model.usesCredits()).isPresent()) {
      use.stock()
          .filter(stock -> !isEven(use, stock))
          .ifPresent(stock ->
              findings.add(
                  broken(
                      use.pointer(),
                      "What is used of %s does not hold what the same mass of the batch holds"
                          .formatted(use.allocation().batch()),
                      "Allocate each content in proportion to the mass, or keep it under massBalance.")));
    }
    outlived(at, holding)
        .ifPresent(lastDay ->
            findings.add(
                broken(
                    Case.SUBJECT + "/account/period",
                    "The credits of %s expire on %s, those of this account later"
                        .formatted(use.allocation().batch(), lastDay),
                    "Name the account of the period that the credits came from.")));
    return findings;
  }

  /** The day on which the batch's credits expire, if the new account would let them live longer. */
  private static Optional<LocalDate> outlived(Case at, Holding holding) {
    if (at.claim() instanceof Claim.Accepted) {
      return Optional.empty();
    }
    Optional<LocalDate> next =
        Movement.of(at.statement()).flatMap(Movement::custody).flatMap(Custody::lastDay);
    return holding
        .custody()
        .flatMap(Custody::lastDay)
        .filter(before -> next.filter(before::isBefore).isPresent());
  }

  /** Compares without division: content x whole mass against whole content x mass. */
  private static boolean isEven(Use use, Stock stock) {
    Amounts whole = Amounts.of(stock.batch());
    Amounts asked = Amounts.of(use.allocation());
    return whole.contents().keySet().stream()
        .allMatch(what -> {
          BigDecimal is = product(asked.of(what), whole.mass());
          BigDecimal even = product(whole.of(what), asked.mass());
          BigDecimal slack = even.multiply(TOLERANCE).max(BigDecimal.valueOf(whole.mass()));
          return is.subtract(even).abs().compareTo(slack) <= 0;
        });
  }

  private static BigDecimal product(long a, long b) {
    return BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b));
  }

  private static Finding broken(String pointer, String detail, String remedy) {
    return Finding.error(MATERIAL_CUSTODY_BROKEN, pointer, detail, remedy);
  }
}
