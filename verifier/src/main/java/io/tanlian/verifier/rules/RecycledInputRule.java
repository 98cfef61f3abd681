package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.FOOTPRINT_METHOD_MISMATCH;
import static io.tanlian.contracts.problem.ProblemCode.FOOTPRINT_RECYCLED_SHARE_EXCEEDED;
import static io.tanlian.contracts.problem.ProblemCode.REFERENCE_CORRECTED;
import static io.tanlian.contracts.problem.ProblemCode.REFERENCE_WRONG_PRODUCT;

import io.tanlian.contracts.declaration.InputLine;
import io.tanlian.contracts.declaration.RecycledInput;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.StatementType;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.state.KnownStatement;
import io.tanlian.verifier.stock.Holding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The claim that a recycled input names is earlier and in force, claims that input's product, and
 * allows what is made of it: the method, and how much is recycled.
 */
final class RecycledInputRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Declared(var declaration))) {
      return List.of();
    }
    if (at.read().withheldParts().contains(GrantedPart.INPUTS)) {
      return List.of(Withheld.at(Case.INPUTS));
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < declaration.inputs().size(); i++) {
      InputLine input = declaration.inputs().get(i);
      RecycledInput recycled = input.recycled();
      if (recycled != null) {
        findings.addAll(judge(at, input, recycled, "%s/%d/recycled".formatted(Case.INPUTS, i)));
      }
    }
    return findings;
  }

  private static List<Finding> judge(
      Case at, InputLine input, RecycledInput recycled, String pointer) {
    String toClaim = pointer + "/claim";
    Optional<KnownStatement> known = at.state().statement(recycled.claim());
    if (known.isEmpty()) {
      return List.of(References.missing(at, recycled.claim(), toClaim));
    }
    if (!(known.get().statement().claim() instanceof Claim.Claimed(var claim))) {
      return List.of(
          References.wrongType(
              known.get(), StatementType.RECYCLED_CONTENT_CLAIM.wireName(), toClaim));
    }
    if (!input.product().names(claim.product())) {
      return List.of(
          Finding.error(
              REFERENCE_WRONG_PRODUCT,
              toClaim,
              "%s claims recycled content of %s, not of %s"
                  .formatted(
                      recycled.claim().value(), claim.product().value(), input.product().value()),
              "Name the statement that claims the recycled content of this input's product."));
    }
    OptionalLong correctedAt =
        at.state()
            .holding(recycled.claim())
            .map(Holding::correctedAt)
            .orElseGet(OptionalLong::empty);
    if (correctedAt.isPresent()) {
      return List.of(
          Finding.error(
              REFERENCE_CORRECTED,
              toClaim,
              "%s was corrected away at index %d"
                  .formatted(recycled.claim().value(), correctedAt.getAsLong()),
              "Name the claim that was stated instead, or leave recycled out."));
    }
    return Stream.of(otherMethod(recycled, claim, pointer), excess(recycled, claim, pointer))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Finding> otherMethod(
      RecycledInput recycled, RecycledContentClaim claim, String pointer) {
    return recycled.method() == claim.method()
        ? Optional.empty()
        : Optional.of(
            Finding.error(
                FOOTPRINT_METHOD_MISMATCH,
                pointer + "/method",
                "The input counts by %s, %s is for footprints that count by %s"
                    .formatted(
                        recycled.method().wireName(),
                        recycled.claim().value(),
                        claim.method().wireName()),
                "Count the input by the method of its claim."));
  }

  /**
   * A doubt and no error: R1 is a share of the whole input's mass, a claim's shares are of one
   * material each, and only where an input has a single metal are the two the same.
   */
  private static Optional<Finding> excess(
      RecycledInput recycled, RecycledContentClaim claim, String pointer) {
    BigDecimal largest = claim.largestShare();
    return recycled.share().compareTo(largest) <= 0
        ? Optional.empty()
        : Optional.of(
            Finding.warning(
                FOOTPRINT_RECYCLED_SHARE_EXCEEDED,
                pointer + "/share",
                "%s of the input is recycled, %s claims at most %s of any material in it"
                    .formatted(
                        recycled.share().toPlainString(),
                        recycled.claim().value(),
                        largest.toPlainString()),
                "State as R1 no more than the claim's share."));
  }
}
