package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_EXCEEDS_INPUT;

import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.FeedLot;
import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.contracts.material.RecoveryDeclaration;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A recovery makes no material: of each, and of each origin, no more comes out than went in. What
 * it takes from batches on the ledger counts to the gram: else the same material, recovered again
 * and again, would grow.
 */
final class RecoveryBalanceRule implements Rule {
  /** Relative, of what was not on the ledger before: what weighing and assaying leave open. */
  static final BigDecimal TOLERANCE = new BigDecimal("0.005");

  private static final String POINTER = Case.SUBJECT + "/recovered";

  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Recovered(RecoveryDeclaration recovery))) {
      return List.of();
    }
    Map<MaterialOrigin, BigDecimal> in = sums(contents(recovery, _ -> true));
    Map<MaterialOrigin, BigDecimal> weighedHere =
        sums(contents(recovery, lot -> lot.batch() == null));
    return sums(recovery.recovered().stream().map(Batch::contents).flatMap(Collection::stream))
        .entrySet()
        .stream()
        .filter(out -> {
          BigDecimal open = of(weighedHere, out.getKey()).multiply(TOLERANCE);
          return out.getValue().compareTo(of(in, out.getKey()).add(open)) > 0;
        })
        .map(out -> exceeding(out.getKey(), out.getValue(), of(in, out.getKey())))
        .toList();
  }

  private static Stream<Content> contents(RecoveryDeclaration recovery, Predicate<FeedLot> which) {
    return recovery.feed().stream()
        .filter(which)
        .map(FeedLot::contents)
        .flatMap(Collection::stream);
  }

  private static Map<MaterialOrigin, BigDecimal> sums(Stream<Content> contents) {
    return contents.collect(
        Collectors.toMap(Content::materialOrigin, Content::mass, BigDecimal::add, TreeMap::new));
  }

  private static BigDecimal of(Map<MaterialOrigin, BigDecimal> sums, MaterialOrigin what) {
    return sums.getOrDefault(what, BigDecimal.ZERO);
  }

  private static Finding exceeding(MaterialOrigin what, BigDecimal out, BigDecimal in) {
    return Finding.error(
        MATERIAL_EXCEEDS_INPUT,
        POINTER,
        "%s kg of %s come out, %s kg went in"
            .formatted(out.toPlainString(), what, in.toPlainString()),
        "Correct the masses, or name the inputs that are missing.");
  }
}
