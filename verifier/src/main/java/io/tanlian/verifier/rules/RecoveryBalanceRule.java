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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A recovery makes no material: of each, and of each origin, no more comes out than went in. */
final class RecoveryBalanceRule implements Rule {
  /** Relative: what weighing and assaying leave open. */
  static final BigDecimal TOLERANCE = new BigDecimal("0.005");

  private static final String POINTER = Case.SUBJECT + "/recovered";

  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Recovered(RecoveryDeclaration recovery))) {
      return List.of();
    }
    Map<MaterialOrigin, BigDecimal> in =
        sums(recovery.feed().stream().map(FeedLot::contents).flatMap(Collection::stream));
    return sums(recovery.recovered().stream().map(Batch::contents).flatMap(Collection::stream))
        .entrySet()
        .stream()
        .filter(out -> exceeds(out.getValue(), in.getOrDefault(out.getKey(), BigDecimal.ZERO)))
        .map(out ->
            exceeding(out.getKey(), out.getValue(), in.getOrDefault(out.getKey(), BigDecimal.ZERO)))
        .toList();
  }

  private static Map<MaterialOrigin, BigDecimal> sums(Stream<Content> contents) {
    return contents.collect(
        Collectors.toMap(Content::materialOrigin, Content::mass, BigDecimal::add, TreeMap::new));
  }

  private static boolean exceeds(BigDecimal out, BigDecimal in) {
    return out.compareTo(in.multiply(BigDecimal.ONE.add(TOLERANCE))) > 0;
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
