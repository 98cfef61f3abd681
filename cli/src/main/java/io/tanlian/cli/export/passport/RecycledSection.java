package io.tanlian.cli.export.passport;

import io.tanlian.cli.exchange.RecycledContentAnswer;
import io.tanlian.cli.exchange.RecycledContentAnswer.Verdict;
import io.tanlian.cli.export.remark.Remarks;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.passport.RecycledContent;
import io.tanlian.contracts.passport.RecycledMetal;
import io.tanlian.contracts.passport.RecycledShare;
import io.tanlian.contracts.passport.ThresholdVerdict;
import io.tanlian.verifier.material.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The recycled content section of a passport; percentages are computed from masses, and cut. */
final class RecycledSection {
  static final String PLACE = "/circularity";
  private static final String SHARES = PLACE + "/recycledContent";

  private RecycledSection() {}

  static RecycledContent of(RecycledContentAnswer answer, Remarks remarks) {
    if (!answer.complete()) {
      remarks.doubt(
          PLACE,
          "More statements stand behind the claim than one answer holds: only the newest %d are proved here."
              .formatted(answer.proof().size()));
    }
    List<RecycledShare> shares = new ArrayList<>();
    for (RecycledMetal metal : RecycledMetal.values()) {
      Optional<BigDecimal> pre = percent(answer, metal, Origin.PRE_CONSUMER);
      Optional<BigDecimal> post = percent(answer, metal, Origin.POST_CONSUMER);
      if (pre.isPresent() || post.isPresent()) {
        shares.add(new RecycledShare(metal, pre.orElse(null), post.orElse(null)));
      }
      sayIfMissing(pre, metal, Origin.PRE_CONSUMER, remarks);
      sayIfMissing(post, metal, Origin.POST_CONSUMER, remarks);
    }
    return new RecycledContent(
        answer.claim(),
        answer.plant(),
        answer.year(),
        shares,
        answer.verdicts().stream().map(RecycledSection::verdict).toList());
  }

  private static Optional<BigDecimal> percent(
      RecycledContentAnswer answer, RecycledMetal metal, Origin origin) {
    return answer.shares().stream()
        .filter(share ->
            share.material().equals(metal.material())
                && share.boundary() == metal.basis()
                && share.origin() == origin)
        .map(share -> new Share(share.recycled(), share.total()).percent())
        .findFirst();
  }

  private static void sayIfMissing(
      Optional<BigDecimal> share, RecycledMetal metal, Origin origin, Remarks remarks) {
    if (share.isEmpty()) {
      remarks.missing(
          SHARES,
          "The claim states no %s share of %s in %s."
              .formatted(origin.wireName(), metal.wireName(), metal.basis().wireName()));
    }
  }

  private static ThresholdVerdict verdict(Verdict verdict) {
    return new ThresholdVerdict(
        verdict.pack(),
        verdict.version(),
        verdict.boundary().wireName(),
        verdict.material(),
        verdict.verdict(),
        verdict.share().orElse(null),
        verdict.atLeast().orElse(null));
  }
}
