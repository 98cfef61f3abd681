package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_CUSTODY_BROKEN;

import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.contracts.material.Processing;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.stock.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What is mixed stays mixed: where the material itself is kept apart, and not credits of it, every
 * batch out of a process holds the origins of a material in the proportion in which they went in.
 */
final class MixtureRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Processed(Processing processing))
        || processing.custody().model().usesCredits()) {
      return List.of();
    }
    Amounts in =
        processing.allocations().stream().map(Amounts::of).reduce(Amounts.NONE, Amounts::plus);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < processing.batches().size(); i++) {
      String pointer = "%s/batches/%d/contents".formatted(Case.SUBJECT, i);
      Amounts out = Amounts.of(processing.batches().get(i));
      in.contents().keySet().stream()
          .filter(what -> !isEven(what, in, out))
          .map(what -> unmixed(what, in, out, pointer))
          .forEach(findings::add);
    }
    return findings;
  }

  /** Compares without division: content x whole input against its input x whole content. */
  private static boolean isEven(MaterialOrigin what, Amounts in, Amounts out) {
    BigDecimal whole = BigDecimal.valueOf(sum(what.material(), in));
    BigDecimal is = BigDecimal.valueOf(out.of(what)).multiply(whole);
    BigDecimal even =
        BigDecimal.valueOf(in.of(what)).multiply(BigDecimal.valueOf(sum(what.material(), out)));
    BigDecimal slack = even.multiply(CustodyRule.TOLERANCE).max(whole);
    return is.subtract(even).abs().compareTo(slack) <= 0;
  }

  private static long sum(Material material, Amounts amounts) {
    return amounts.contents().entrySet().stream()
        .filter(content -> content.getKey().material().equals(material))
        .mapToLong(content -> content.getValue())
        .sum();
  }

  private static Finding unmixed(MaterialOrigin what, Amounts in, Amounts out, String pointer) {
    return Finding.error(
        MATERIAL_CUSTODY_BROKEN,
        pointer,
        "%s kg of %s kg of %s that come out are %s, of what goes in %s kg of %s kg"
            .formatted(
                Amounts.kilograms(out.of(what)),
                Amounts.kilograms(sum(what.material(), out)),
                what.material(),
                what.origin().wireName(),
                Amounts.kilograms(in.of(what)),
                Amounts.kilograms(sum(what.material(), in))),
        "State each origin in proportion, process the batches one by one, or keep credits under massBalance.");
  }
}
