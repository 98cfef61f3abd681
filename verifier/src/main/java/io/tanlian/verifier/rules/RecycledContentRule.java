package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.MATERIAL_SHARE_EXCEEDED;

import io.tanlian.contracts.material.Denominator;
import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.contracts.material.RecycledShare;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.stock.RecycledContent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A claimed share is backed by what is allocated: share x denominator is no more than that. */
final class RecycledContentRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Claimed(RecycledContentClaim claim))) {
      return List.of();
    }
    RecycledContent content = RecycledContent.of(claim);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < claim.denominators().size(); i++) {
      Denominator denominator = claim.denominators().get(i);
      BigDecimal recycled = content.allocated(denominator.material());
      if (recycled.compareTo(denominator.mass()) > 0) {
        findings.add(
            exceeded(
                "%s/denominators/%d/mass".formatted(Case.SUBJECT, i),
                "%s kg of recycled %s are allocated, more than all %s kg of it"
                    .formatted(
                        recycled.toPlainString(),
                        denominator.material(),
                        denominator.mass().toPlainString()),
                "Correct the denominator, or allocate less."));
      }
    }
    for (int i = 0; i < claim.shares().size(); i++) {
      String pointer = "%s/shares/%d".formatted(Case.SUBJECT, i);
      judge(content, claim.shares().get(i), pointer).ifPresent(findings::add);
    }
    return findings;
  }

  private static Optional<Finding> judge(
      RecycledContent content, RecycledShare share, String pointer) {
    Optional<BigDecimal> denominator = content.denominator(share.material(), share.boundary());
    if (denominator.isEmpty()) {
      return Optional.of(
          exceeded(
              pointer,
              "There is no denominator of %s in %s"
                  .formatted(share.material(), share.boundary().wireName()),
              "State in denominators the whole mass that this is a share of."));
    }
    MaterialOrigin what = new MaterialOrigin(share.material(), share.origin());
    BigDecimal allocated = content.allocated(what);
    return share.share().multiply(denominator.get()).compareTo(allocated) <= 0
        ? Optional.empty()
        : Optional.of(
            exceeded(
                pointer + "/share",
                "%s kg of %s are allocated, of %s kg in all: %s, not %s"
                    .formatted(
                        allocated.toPlainString(),
                        what,
                        denominator.get().toPlainString(),
                        content.share(what, share.boundary()).orElseThrow().toPlainString(),
                        share.share().toPlainString()),
                "Claim no more than that, or allocate more."));
  }

  private static Finding exceeded(String pointer, String detail, String remedy) {
    return Finding.error(MATERIAL_SHARE_EXCEEDED, pointer, detail, remedy);
  }
}
